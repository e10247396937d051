import { messages } from "~/kernel/i18n/messages";

/** What the page is called in the navigation, which is there before it is. */
export const entryWords = messages({
  title: ["趋势", "Trends"],
});
