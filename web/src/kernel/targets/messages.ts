import { messages } from "~/kernel/i18n/messages";

export const targetWords = messages({
  done: ["已达成", "Reached"],
  ahead: ["领先进度", "Ahead of time"],
  behind: ["落后进度", "Behind time"],
  bar: [
    "完成 {percent}%，时间进度 {pace}%，{standing}",
    "{percent}% done, {pace}% of the time passed, {standing}",
  ],
  pace: ["已过 {passed} / {total} 个工作日", "{passed} of {total} working days"],
  opens: ["查看计入的记录", "See the records that count"],
});
