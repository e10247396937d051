import { messages } from "~/kernel/i18n/messages";

export const formWords = messages({
  newTitle: ["新建{object}", "New {object}"],
  editTitle: ["编辑{object}", "Edit {object}"],
  save: ["保存", "Save"],
  saveHint: ["保存（Ctrl+Enter）", "Save (Ctrl+Enter)"],
  saveAndNew: ["保存并继续新建", "Save and add another"],
  cancel: ["取消", "Cancel"],
  created: ["已新建{object}“{name}”", "{object} “{name}” created"],
  changed: ["已保存“{name}”", "“{name}” saved"],
  leaveTitle: ["放弃未保存的修改？", "Discard unsaved changes?"],
  leaveText: ["您填写的内容还没有保存。", "What you typed has not been saved."],
  discard: ["放弃修改", "Discard"],
  stay: ["继续编辑", "Keep editing"],
  unreachable: [
    "连不上服务器，内容还在，请稍后再保存",
    "The server cannot be reached; nothing is lost, save again in a moment",
  ],
  fixErrors: ["请看标出的 {count} 处", "Please look at the {count} marked {count|field|fields}"],
  mergeWith: ["与此条合并…", "Merge with this one…"],
  duplicates: ["可能已经存在", "May exist already"],
  showExisting: ["查看", "Show it"],
  required: ["必填", "Required"],
  alsoAsked: ["还需要填写", "Also needed"],
  locked: ["此时不能修改", "Cannot be changed now"],
});
