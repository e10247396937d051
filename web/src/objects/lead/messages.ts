import { messages } from "~/kernel/i18n/messages";

export const leadWords = messages({
  submissions: ["提交记录", "Submissions"],
});
