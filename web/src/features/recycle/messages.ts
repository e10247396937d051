import { messages } from "~/kernel/i18n/messages";

export const recycleWords = messages({
  title: ["回收站：{name}", "Recycle bin: {name}"],
  text: [
    "删除的记录保留 {days} 天，期间可以恢复。",
    "Deleted records stay here for {days} {days|day|days} and can be restored.",
  ],
  back: ["回到{name}", "Back to {name}"],
  restore: ["恢复", "Restore"],
  restoreOne: ["恢复 {name}", "Restore {name}"],
  restoreSelected: ["恢复所选 {count} 条", "Restore {count} selected"],
  restored: ["已恢复 {name}", "{name} restored"],
  restoredSome: ["已恢复 {count} 条", "{count} restored"],
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
