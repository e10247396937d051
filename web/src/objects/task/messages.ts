import { messages } from "~/kernel/i18n/messages";

export const taskWords = messages({
  progress: ["{done} / {all}", "{done} of {all}"],
  add: ["添加清单项，回车继续", "Add a step, Enter for the next"],
  check: ["勾选 {name}", "Tick {name}"],
  remove: ["删除 {name}", "Delete {name}"],
  removed: ["已删除 {name}", "Deleted {name}"],
  checked: ["已完成：{name}", "Done: {name}"],
  unchecked: ["未完成：{name}", "Open again: {name}"],
  added: ["已添加 {name}", "Added {name}"],
  more: ["全部 {count} 项", "All {count}"],
});
