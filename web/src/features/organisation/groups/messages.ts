import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "../entries";

export const groupWords = messages({
  groups: entryWords.groups,
  text: [
    "给一些同事一个名字，如评审小组，或财务专员这样的岗位；审批流程可以审批、抄送给他们。用户组不带来任何权限。",
    "A name for some colleagues, such as a committee, or a post such as clerk; flows of approvals can ask and tell them. A group gives no right.",
  ],
  add: ["新建用户组", "New group"],
  edit: ["编辑用户组", "Edit group"],
  actions: ["“{name}”的操作", "Actions on {name}"],
  none: ["还没有用户组", "No group of people yet"],
  noneText: ["例如：价格委员会、合同专员。", "For example: the price committee, the contract clerks."],
  name: ["名称", "Name"],
  people: ["成员", "People"],
  peopleHelp: [
    "按先后顺序；依次审批时按此顺序。",
    "In order: so they are asked where it is one after another.",
  ],
  left: ["{count} 人已离职", "{count} left"],
  saved: ["已保存用户组“{name}”", "Saved the group “{name}”"],
  deleted: ["已删除用户组“{name}”", "Deleted the group “{name}”"],
  deleteSure: ["删除用户组“{name}”？", "Delete the group “{name}”?"],
  deleteText: ["审批流程还在使用时不能删除。", "It stays as long as a flow of approvals asks it."],
});
