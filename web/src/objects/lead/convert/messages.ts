import { messages } from "~/kernel/i18n/messages";

export const convertWords = messages({
  title: ["转化：{name}", "Convert {name}"],
  create: ["新建", "New"],
  join: ["并入已有", "Join one there"],
  leave: ["不创建", "None"],
  maybe: ["可能就是它：", "It may be this one:"],
  choose: ["选择要并入的{object}", "Choose the {object}"],
  mayNot: ["您没有新建{object}的权限", "You may not create a {object}"],
  from: ["取自“{field}”", "from “{field}”"],
  nothing: ["没有可带入的值", "No value goes over"],
  fills: ["补充 {count} 个空白字段", "Fills {count} blank {count|field|fields}"],
  fillsNone: ["没有空白字段要补充", "No blank field to fill"],
  kept: [
    "跟进、附件和共享随客户继续；线索保留原样并只读。",
    "Follow-ups, files and shares go on with the customer; the lead stays as it was.",
  ],
});
