import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  approvals: ["审批", "Approvals"],
  templates: ["审批流程", "Approval flows"],
});
