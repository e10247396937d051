import { messages } from "~/kernel/i18n/messages";

export const explainingWords = messages({
  how: ["“{name}”是怎么来的", "How “{name}” came about"],
  points: ["{points} 分", "{points} points"],
  asOf: ["计算于 {time}", "Reckoned {time}"],
  open: ["查看明细", "Open its records"],
  failed: ["暂时无法说明", "Cannot be told right now"],
});
