import { messages } from "~/kernel/i18n/messages";

export const sessionWords = messages({
  administratorsOnly: ["只有管理员可以管理", "Only administrators manage this"],
  administratorsOnlyText: ["如需调整，请联系您的管理员。", "Ask your administrator for changes."],
});
