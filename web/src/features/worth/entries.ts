import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  analysis: ["客户分析", "Customer analysis"],
  worth: ["客户价值", "Customer value"],
});
