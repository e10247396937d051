import { messages } from "~/kernel/i18n/messages";

export const paymentWords = messages({
  settles: ["核销", "What it settles"],
  lead: [
    "不填则自动核销所选合同或订单最早到期的款项",
    "Left empty, it settles what is due first of the contract or order",
  ],
  choose: ["先选客户、合同或订单", "Choose the customer, a contract or an order first"],
  nothingOwed: ["没有未收的回款计划", "Nothing planned is owed"],
  what: ["款项", "For"],
  due: ["应收日期", "Due"],
  open: ["未收", "Open"],
  amount: ["核销金额", "Settled"],
  of: ["{what}：核销金额", "Settled of {what}"],
  oldest: ["按到期先后分配", "Oldest first"],
  clear: ["清空", "Clear"],
  left: ["未核销 {amount}", "{amount} left"],
  allUsed: ["已全部核销", "All of it settles something"],
  tooMuch: ["超出回款金额 {amount}", "{amount} more than was paid"],
  more: ["只列出最早到期的 {count} 期", "Only the {count} due first are listed"],
  edit: ["修改核销", "Change what it settles"],
  none: ["还没有核销", "It settles nothing yet"],
  noneNext: ["这笔钱还在客户的预收余额里", "The money is still the customer's credit"],
  waitingNext: [
    "审批通过后计入回款，并自动核销最早到期的款项",
    "Once it is approved it counts, and settles what is due first",
  ],
  whole: ["（无回款计划）", "(without a plan)"],
});
