import { messages } from "~/kernel/i18n/messages";

export const customerWords = messages({
  primary: ["默认", "Default"],
  add: ["新建{name}", "New {name}"],
  edit: ["编辑 {name}", "Edit {name}"],
  none: ["还没有{name}", "No {name} yet"],
  all: ["全部 {count} 个", "All {count}"],
});
