import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  objects: ["对象与字段", "Objects and fields"],
  versions: ["配置版本", "Versions"],
});
