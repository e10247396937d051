import { messages } from "~/kernel/i18n/messages";

export const lineWords = messages({
  left: ["已停用", "Disabled"],
});
