import { messages } from "~/kernel/i18n/messages";

export const expenseWords = messages({
  items: ["费用明细", "Items"],
  add: ["添加一项", "Add an item"],
  remove: ["删除第 {item} 项", "Remove item {item}"],
  total: ["合计 {amount}", "{amount} in all"],
  edit: ["编辑明细", "Edit the items"],
  none: ["还没有费用明细", "No items yet"],
  noneNext: ["添加费用和票据，再提交", "Add what was spent with its receipts, then submit"],
});
