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
  copy: ["复制", "Copy"],
  create: ["新建", "New"],
  delete: ["删除", "Delete"],
  edit: ["编辑", "Edit"],
  loading: ["加载中…", "Loading…"],
  more: ["更多", "More"],
  no: ["否", "No"],
  none: ["无", "None"],
  reload: ["重新加载", "Reload"],
  retry: ["重试", "Try again"],
  save: ["保存", "Save"],
  saved: ["已保存", "Saved"],
  search: ["搜索", "Search"],
  undo: ["撤销", "Undo"],
  undone: ["已撤销", "Undone"],
  yes: ["是", "Yes"],
});
