import { messages } from "~/kernel/i18n/messages";

export const audienceWords = messages({
  people: ["用户", "People"],
  departments: ["部门（含下级）", "Departments and below"],
  roles: ["角色", "Roles"],
});

export const delegationWords = messages({
  text: [
    "期间代理人可以查看、编辑您负责的记录，并收到您的消息；到期自动结束。",
    "Meanwhile your delegate reads and edits what you own and is told what you are told. It ends by itself.",
  ],
  textOf: [
    "期间代理人可以查看、编辑此人负责的记录，并收到其消息；到期自动结束。",
    "Meanwhile the delegate reads and edits what they own and is told what they are told. It ends by itself.",
  ],
  delegate: ["代理人", "Delegate"],
  from: ["从", "From"],
  until: ["到（含当天）", "To, that day included"],
  add: ["设置代理", "Let them act"],
  added: ["已设置“{name}”代理", "{name} will act"],
  none: ["没有代理安排", "Nobody acts for anybody"],
  whom: ["谁代理谁", "Who for whom"],
  actsFor: ["{delegate} 代理 {person}", "{delegate} for {person}"],
  time: ["时间", "Time"],
  now: ["进行中", "Now"],
  planned: ["未开始", "Planned"],
  status: ["状态", "Status"],
  end: ["结束", "End"],
  endSure: ["结束“{delegate}”的代理？", "End the delegation to {delegate}?"],
  ended: ["代理已结束", "The delegation has ended"],
});
