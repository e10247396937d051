import { messages } from "~/kernel/i18n/messages";

export const poolWords = messages({
  owners: ["归属历史", "Owners"],
  inPool: ["在公海“{pool}”中", "Waits in the pool “{pool}”"],
  belongs: ["来自公海“{pool}”", "From the pool “{pool}”"],
  hiddenFields: ["领取后可见：{fields}", "Shown once claimed: {fields}"],
  returnsToday: ["今晚回收", "Goes back tonight"],
  returnsIn: ["还有 {count} 天回收", "Goes back in {count} {count|day|days}"],
  keptBy: ["{reason}，不会自动回收", "{reason}: does not go back by itself"],
  noOwners: ["还没有归属记录", "Nothing is known of its owners yet"],
  noOwnersText: [
    "从这个对象有公海起，每次领取、分配、转移、退回和回收都记在这里。",
    "From when the object has pools, every claim, assignment, transfer and return is kept here.",
  ],
  poolOnly: ["公海", "Pool"],
  claim: ["领取", "Claimed"],
  assign: ["分配", "Assigned"],
  create: ["新建", "Created"],
  import: ["导入", "Imported"],
  transfer: ["转移", "Transferred"],
  return: ["退回", "Returned"],
  recycle: ["自动回收", "Recycled"],
  move: ["移动", "Moved"],
  undo: ["撤销", "Undone"],
  by: ["由{name}", "by {name}"],
  byProduct: ["系统", "the product"],
});
