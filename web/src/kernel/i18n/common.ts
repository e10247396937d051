import { messages } from "./messages";

/** Words that every page uses. */
export const common = messages({
  add: ["添加", "Add"],
  back: ["返回", "Back"],
  cancel: ["取消", "Cancel"],
  clear: ["清除", "Clear"],
  close: ["关闭", "Close"],
  confirm: ["确定", "OK"],
  copied: ["已复制", "Copied"],
  create: ["新建", "New"],
  delete: ["删除", "Delete"],
  edit: ["编辑", "Edit"],
  loading: ["加载中…", "Loading…"],
  more: ["更多", "More"],
  none: ["无", "None"],
  retry: ["重试", "Try again"],
  save: ["保存", "Save"],
  saved: ["已保存", "Saved"],
  search: ["搜索", "Search"],
  system: ["系统", "System"],
});
