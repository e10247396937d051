import { messages } from "~/kernel/i18n/messages";

export const paperWords = messages({
  layout: ["打印模板", "Layout"],
  asWord: ["{name}（Word）", "{name} (Word)"],
});
