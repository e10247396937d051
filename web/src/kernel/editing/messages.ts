import { messages } from "~/kernel/i18n/messages";

export const editingWords = messages({
  backToList: ["返回列表", "Back to the list"],
});
