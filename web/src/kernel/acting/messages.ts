import { messages } from "~/kernel/i18n/messages";

export const actingWords = messages({
  unreachable: ["连不上服务器，请稍后再试", "The server cannot be reached, try again in a moment"],
  failed: ["出了点问题，请稍后再试", "Something went wrong, try again in a moment"],
});
