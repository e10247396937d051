import { messages } from "~/kernel/i18n/messages";

export const pickerWords = messages({
  searching: ["搜索中…", "Searching…"],
  nothingFound: ["没有找到", "Nothing found"],
  notVisible: ["（无权查看）", "(not visible to you)"],
  createNamed: ["新建{object}“{name}”", "New {object} “{name}”"],
  createOne: ["新建{object}", "New {object}"],
  newTag: ["输入后回车新建标签", "Type and press Enter for a new tag"],
  makeTag: ["新建标签“{name}”", "New tag “{name}”"],
  noGroup: ["未分组", "Without a group"],
  removeTag: ["移除标签 {name}", "Remove tag {name}"],
  noTags: ["没有标签", "No tags"],
});
