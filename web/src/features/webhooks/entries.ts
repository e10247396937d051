import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  title: ["Webhooks", "Webhooks"],
  robots: ["群机器人", "Group robots"],
});
