import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const duplicateWords = messages({
  title: entryWords.title,
  text: [
    "找出写法不同的同一家、同一人，对照后合并；合并可以撤销。",
    "Finds what is the same but written differently. Compare, then merge; a merge can be undone.",
  ],
  notAllowed: ["您没有合并记录的权限", "You may not merge records"],
  scan: ["开始查重", "Search for duplicates"],
  again: ["重新查重", "Search again"],
  cancel: ["停止", "Stop"],
  running: ["正在查重 {count} 条记录…", "Searching {count} {count|record|records}…"],
  never: ["还没有查过重", "Not searched yet"],
  neverText: [
    "在后台比较全部{name}的名称、电话和代码，不影响其他人使用。",
    "Compares the names, phones and codes of all {name} in the background.",
  ],
  failed: ["上次查重没有完成，请再试一次", "The last search did not finish; try again"],
  cancelled: ["上次查重已停止", "The last search was stopped"],
  last: ["{at} 查过 {count} 条", "Searched {count} {count|record|records} at {at}"],
  found: ["{count} 组疑似重复", "{count} {count|group|groups} of likely duplicates"],
  none: ["没有发现重复", "No duplicates found"],
  noneText: [
    "新建时仍会提示重复；改动较多后可以重新查重。",
    "New records are still checked as they are typed.",
  ],
  score: ["{percent} 分", "{percent} points"],
  certain: ["确定", "Certain"],
  likely: ["疑似", "Likely"],
  alike: ["{fields}相同或相近", "Same or alike: {fields}"],
  unseen: ["另有 {count} 条您无权查看", "{count} more that you may not see"],
  compare: ["对照合并", "Compare and merge"],
  notSame: ["不是重复", "Not the same"],
  ignored: ["已标记为不是重复，以后不再列出", "Noted as not the same; it will not be listed again"],
  takeBack: ["撤回", "Take back"],
  takenBack: ["已撤回，下次查重会再列出", "Taken back; the next search will list it again"],
  more: ["再看一些", "Show more"],
  mergeCertain: ["合并确定的组…", "Merge the certain groups…"],
  mergeCertainTitle: ["合并确定重复的组", "Merge groups that are certainly the same"],
  counting: ["正在检查哪些组可以直接合并…", "Looking for groups that can be merged as they are…"],
  wouldMerge: [
    "可以直接合并 {groups} 组，{records} 条记录会并入其他记录。",
    "{groups} {groups|group|groups} can be merged as they are: {records} {records|record goes|records go} into others.",
  ],
  wouldLeave: [
    "{count} 组取值有冲突、含无权查看的记录或无权合并，留给人处理。",
    "{count} {count|group has|groups have} conflicting values or are beyond your rights, and are left.",
  ],
  nothingCertain: ["没有可以直接合并的组。", "No group can be merged without looking at it."],
  doMerge: ["合并 {count} 组", "Merge {count} {count|group|groups}"],
  merging: ["已合并 {done} / {count} 组", "{done} of {count} merged"],
  mergedAll: [
    "已合并 {count} 组，可在操作记录中逐组撤销",
    "Merged {count} {count|group|groups}; each can be undone in the log of operations",
  ],
});
