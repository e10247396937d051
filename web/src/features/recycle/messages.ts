import { messages } from "~/kernel/i18n/messages";

export const recycleWords = messages({
  title: ["回收站：{name}", "Recycle bin: {name}"],
  text: [
    "删除的记录保留 {days} 天，期间可以恢复，随它一起删除的下级记录一并恢复。",
    "Deleted records stay here for {days} {days|day|days} and can be restored, with what went with them.",
  ],
  back: ["回到{name}", "Back to {name}"],
  restore: ["恢复", "Restore"],
  restoreOne: ["恢复 {name}", "Restore {name}"],
  restoreSelected: ["恢复所选 {count} 条", "Restore {count} selected"],
  restored: ["已恢复 {name}", "{name} restored"],
  restoredSome: ["已恢复 {count} 条", "{count} restored"],
  restoreFailed: [
    "{count} 条没有恢复，原因见操作记录",
    "{count} {count|was|were} not restored; Operations says why",
  ],
  deletedBy: ["{who} 删除于 {when}", "Deleted by {who}, {when}"],
  selectAll: ["全选已加载的", "Select all loaded"],
  purgeSelected: ["彻底删除 {count} 条", "Delete {count} for good"],
  purgeAsk: ["彻底删除 {count} 条记录？", "Delete {count} {count|record|records} for good?"],
  purgeNote: [
    "不能撤销，也不能恢复。随它们一起删除的下级记录和不再使用的文件一并清除；修改历史保留。",
    "This cannot be undone or restored. What went with them and files nothing else uses go too; their history stays.",
  ],
  purgeDo: ["彻底删除", "Delete for good"],
  purged: ["已彻底删除 {count} 条", "{count} deleted for good"],
  held: ["仍被其他记录引用，没有删除：{names}", "Still pointed at by other records and kept: {names}"],
  select: ["选择 {name}", "Select {name}"],
  empty: ["回收站是空的", "The recycle bin is empty"],
  emptyText: ["删除的{name}会出现在这里。", "Deleted {name} will show here."],
  nothingFound: ["没有找到", "Nothing found"],
  notAllowed: [
    "你没有删除{name}的权限，看不到它的回收站",
    "Without the right to delete {name} there is no recycle bin for you",
  ],
  search: ["在回收站中搜索", "Search the recycle bin"],
  more: ["加载更多", "Load more"],
});
