import { messages } from "~/kernel/i18n/messages";

export const operationWords = messages({
  create: ["新建", "Create"],
  edit: ["修改", "Change"],
  delete: ["删除", "Delete"],
  restore: ["恢复", "Restore"],
  bulk: ["批量操作", "Bulk work on"],
  import: ["导入", "Import"],
  export: ["导出", "Export"],
  command: ["操作", "Command"],
  demo: ["演示数据", "Demo data"],
  undo: ["撤销", "Undo"],
  undoThis: ["撤销“{label}”？", "Undo “{label}”?"],
  undoText: [
    "{count} 条记录会回到之前的样子；之后被别人改过的不会动，并会列出来。",
    "{count} {count|record goes|records go} back to how {count|it was|they were}. What others changed since stays, and is listed.",
  ],
  mine: ["我的", "Mine"],
  everybodys: ["全部", "Everybody's"],
  more: ["再显示一些", "Show more"],
  cancel: ["取消", "Cancel"],
  cancelOf: ["取消 {name}", "Cancel {name}"],
  undone: ["已撤销", "Undone"],
  conflictsTitle: ["有 {count} 处没有撤销", "{count} {count|place was|places were} not undone"],
  conflictsText: [
    "这些内容在那之后又被改过，已保持原样。",
    "These were changed since then and stay as they are.",
  ],
});
