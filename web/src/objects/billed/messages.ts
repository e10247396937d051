import { messages } from "~/kernel/i18n/messages";

export const billedWords = messages({
  lead: ["{name} 共 {total}，各期合计须与之相等", "{name} comes to {total}, and so must the terms"],
  term: ["期次", "Term"],
  termNumber: ["第 {number} 期", "Term {number}"],
  due: ["应收日期", "Due"],
  share: ["比例 %", "Share %"],
  amount: ["金额", "Amount"],
  received: ["已回款 {amount}", "{amount} received"],
  of: ["第 {row} 行：{what}", "Row {row}: {what}"],
  add: ["添加一期", "Add a term"],
  remove: ["去掉第 {row} 行", "Remove row {row}"],
  evenly: ["按月平均", "In equal months"],
  months: ["几个月", "Months"],
  monthsText: ["{count} 个月", "{count} {count|month|months}"],
  spread: ["平均分配", "Spread"],
  preset: ["按比例", "By shares"],
  rest: ["余额归最后一期", "The rest to the last term"],
  agrees: ["与总额一致", "Comes to the whole"],
  missing: ["还差 {amount}", "{amount} missing"],
  tooMuch: ["多出 {amount}", "{amount} too much"],
  replaces: [
    "没有回款的原有期次由新计划取代，仍可在回款计划中查到",
    "Terms of which nothing was paid give way to the new ones, and stay on record",
  ],
});
