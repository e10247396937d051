import { messages } from "~/kernel/i18n/messages";

/** Words of merging records. */
export const mergeWords = messages({
  title: ["合并{name}", "Merge {name}"],
  merge: ["合并", "Merge"],
  mergeMenu: ["合并…", "Merge…"],
  merged: ["已合并 {count} 条{name}", "Merged {count} {name}"],
  keep: ["保留此条", "Keep this one"],
  kept: ["保留", "Stays"],
  goes: ["并入后进回收站", "Goes to the recycle bin"],
  explain: [
    "选择要保留的记录和每个字段的值。有值的优先于空的，标签等多值字段合在一起。",
    "Choose the record that stays and the value of each field. Filled goes before empty; tags and other lists are united.",
  ],
  field: ["字段", "Field"],
  united: ["合在一起", "United"],
  readOnly: ["您不能修改此字段，按规则取值", "You may not change this field; a rule decides"],
  onlyDiffering: ["只看不同的字段（{count}）", "Only fields that differ ({count})"],
  nothingDiffers: [
    "所有字段都相同或互补，没有需要选择的。",
    "Nothing to choose: the records agree or complete each other.",
  ],
  moves: ["移到保留的记录：{list}", "Goes over to the record that stays: {list}"],
  movesNothing: ["没有需要移动的关联记录。", "No related records have to move."],
  twins: [
    "合并后有重复的下级记录，可随后在查重中心处理：{list}",
    "These will stand twice; merge them afterwards: {list}",
  ],
  mergedInto: ["已合并到", "Merged into"],
  undoable: [
    "其余记录进入回收站，原链接会转到保留的记录；可在操作记录中撤销。",
    "The others go to the recycle bin, and their links lead to the record that stays. It can be undone.",
  ],
  choose: ["{field}取自{name}", "{field} from {name}"],
  addOther: ["选择与它重复的{name}", "Choose the {name} that is the same"],
  pickFirst: ["再选一条，就能对照合并。", "Choose another one to compare and merge."],
  tooMany: ["一次最多合并 {count} 条，请少选一些。", "At most {count} at once; choose fewer."],
  remove: ["不合并这条", "Leave this one out"],
});
