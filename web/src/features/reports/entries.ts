import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  reports: ["报表", "Reports"],
  dashboards: ["仪表盘", "Dashboards"],
});
