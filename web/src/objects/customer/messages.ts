import { messages } from "~/kernel/i18n/messages";

export const customerWords = messages({
  primary: ["默认", "Default"],
  add: ["新建{name}", "New {name}"],
  edit: ["编辑 {name}", "Edit {name}"],
  none: ["还没有{name}", "No {name} yet"],
  all: ["全部 {count} 个", "All {count}"],
  portrait: ["画像", "Portrait"],
  group: ["集团", "Group"],
  groupOf: ["{name} 的组织树", "The tree of {name}"],
  groupCustomers: ["集团内客户", "Customers in the group"],
  groupContacts: ["联系人", "Contacts"],
  groupRevenue: ["{field}合计", "{field}, in all"],
  groupOverdue: ["逾期未跟进", "Overdue for contact"],
  groupMore: ["只显示前 {count} 个", "Only the first {count} are shown"],
  noGroup: ["没有上级或下级单位。", "Nothing above or below it."],
  addBelow: ["新建下级单位", "New company below"],
  decisionMap: ["决策地图", "Decision map"],
  decisionNext: [
    "记录联系人的汇报对象、态度与影响力，看清谁说了算。",
    "Note whom each reports to, where each stands and how much each counts.",
  ],
  noDecider: ["还没有标明决策人。", "No decision maker is marked yet."],
});
