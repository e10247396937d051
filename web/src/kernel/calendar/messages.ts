import { messages } from "~/kernel/i18n/messages";

export const visitWords = messages({
  visited: ["完成拜访", "Visit made"],
  visitedOf: ["完成拜访：{name}", "Visit made: {name}"],
  visitedNow: ["已完成拜访，并写下跟进", "The visit is done and written down"],
  visitedText: [
    "写下结果，日程标为已完成，并在所关联的记录上生成一条拜访跟进。",
    "Write down what came of it: the appointment is done, and a follow-up stands on the record it is about.",
  ],
  result: ["拜访结果", "What came of it"],
  resultPlaceholder: ["谈了什么，下一步是什么", "What was said, and what comes next"],
  where: ["位置", "Location"],
  nextContact: ["下次联系时间", "Next contact"],
});
