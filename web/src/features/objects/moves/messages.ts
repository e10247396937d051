import { messages } from "~/kernel/i18n/messages";

export const movesWords = messages({
  rules: ["流转规则", "Transition rules"],
  rulesOf: ["{name}的流转规则", "Transition rules of {name}"],
  text: [
    "哪些值可以改成哪些值、由谁改、要先填什么。表单、列表、批量、导入和接口都按此执行。",
    "Which values may follow which, who may change them and what must be filled in first. Forms, lists, bulk changes, imports and the API all obey.",
  ],
  unlisted: ["没有单独规定的流转", "Moves without a rule of their own"],
  unlistedFree: ["允许", "Allowed"],
  unlistedRefused: ["不允许", "Not allowed"],
  fromTo: ["从 ＼ 改为", "From ＼ to"],
  fromNew: ["新建", "New record"],
  fromAny: ["任何值", "Any value"],
  cell: ["从“{from}”改为“{to}”：{says}", "From {from} to {to}: {says}"],
  free: ["允许", "Allowed"],
  refused: ["不允许", "Not allowed"],
  asAny: ["同“任何值”", "As from any value"],
  everybody: ["所有人", "Everybody"],
  someRoles: ["{count} 个角色", "{count} {count|role|roles}"],
  someFields: ["必填 {count} 项", "{count} required"],
  listed: ["单独规定这个流转", "Give this move a rule"],
  who: ["可以进行的角色", "Roles that may make it"],
  whoNote: ["不选则所有人都可以", "Nobody chosen means everybody"],
  required: ["必须已填写的字段", "Fields that must be filled in"],
  saved: ["流转规则已保存", "Transition rules saved"],
});
