import { messages } from "~/kernel/i18n/messages";

/** What the pages are called in the navigation, which is there before they are. */
export const entryWords = messages({
  completion: ["目标完成", "Targets"],
  plan: ["设定目标", "Set targets"],
});
