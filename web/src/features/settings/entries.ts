import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  title: ["系统设置", "System settings"],
});
