import { messages } from "~/kernel/i18n/messages";

export const lifeWords = messages({
  days: ["{days} 天", "{days} {days|day|days}"],
  sinceThen: ["已 {days} 天", "for {days} {days|day|days}"],
  notYet: ["未到", "Not yet"],
});
