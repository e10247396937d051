import { messages } from "~/kernel/i18n/messages";

export const handOverWords = messages({
  title: ["移交“{name}”的工作", "Hand over the work of {name}"],
  text: [
    "每种记录可以交给一人，或几人轮流；也可按条件交给指定的人。没有选人的保留不动。全部是一次操作，可整体撤销，审批和自动化除外。",
    "Records of each kind go to one person or to several in turn, or by rule to somebody. Where nobody is chosen they stay. All of it is one operation that can be undone as one, but for approvals and automations.",
  ],
  allTo: ["全部交给", "Everything to"],
  records: ["{count} 条", "{count}"],
  to: ["{object}交给", "{object} to"],
  left: ["保留不动", "Left alone"],
  addRule: ["按条件", "By rule"],
  removeRule: ["去掉这个条件", "Remove this rule"],
  ruleTo: ["符合的交给", "Those that fit go to"],
  reports: ["直属下属（{count} 人）改由谁管理", "New manager of {count} {count|report|reports}"],
  approvals: ["待审批和流程中的 {count} 项，改由谁审批", "Who decides the {count} approvals and flows"],
  automations: [
    "以其身份执行的 {count} 个自动化，改以谁的身份执行",
    "As whom {count} {count|automation|automations} act",
  ],
  heads: ["{names}的新负责人", "New head of {names}"],
  disable: ["移交后停用“{name}”", "Disable {name} after"],
  disableNote: [
    "立即退出登录，不能再登录；撤销移交不会重新启用。",
    "Signed out at once and cannot sign in; undoing does not enable them again.",
  ],
  nothing: ["“{name}”名下没有可移交的内容", "{name} has nothing to hand over"],
  preview: ["预览", "Preview"],
  back: ["修改", "Change"],
  run: ["移交", "Hand over"],
  previewText: ["将这样移交：", "This is what goes to whom:"],
  previewNone: ["没有记录会换人。", "No record changes hands."],
  object: ["对象", "Object"],
  receiver: ["交给", "To"],
  count: ["条数", "Records"],
  done: [
    "已移交，改动 {count} 处；可在操作记录中整体撤销",
    "Handed over, {count} {count|change|changes}; undo it under Operations",
  ],
  running: ["正在移交，可在操作记录中查看进度", "Handing over; see Operations for progress"],
});
