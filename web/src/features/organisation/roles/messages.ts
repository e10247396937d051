import { messages } from "~/kernel/i18n/messages";

export const rightsWords = messages({
  findObject: ["查找对象", "Find an object"],
  noObject: ["没有符合的对象", "No object fits"],
  exceptions: ["单个对象", "Single objects"],
  everyCommand: ["全部操作", "every command"],
  everyText: ["对每个对象都有效", "counts for each of them"],
  addsText: [
    "在“全部对象”之上相加；括号里是已由“全部对象”给出的范围。",
    "Adds to “every object”; in parentheses is what that gives already.",
  ],
  setColumn: ["全部显示的对象：{verb}的范围", "All objects shown: how far {verb} reaches"],
  columnAll: ["整列", "Whole column"],
  filterOf: ["{title} · 条件", "{title} · filter"],
  filterMissing: ["请填写条件", "Say which records"],
  filterNote: [
    "只有符合条件的记录；“我”指拥有此角色的人。",
    "Only records that match; “me” is whoever holds the role.",
  ],
  finish: ["有范围还没有填完整", "A scope is not complete yet"],

  findField: ["查找字段", "Find a field"],
  onlyLimited: ["只看有限制的", "Limited ones only"],
  mask: ["脱敏方式", "Mask"],
  maskOf: ["“{field}”的脱敏方式", "Mask of “{field}”"],
  maskUsual: ["通常：{example}", "Usual: {example}"],
  maskAll: ["全部遮住 ***", "Covered whole ***"],
  maskName: ["姓名 张**", "Name Z**"],
  maskTail: ["只留末四位 ***5678", "Last four ***5678"],
  maskEnds: ["只留首尾 云***司", "First and last A***z"],
  maskEmail: ["邮箱 z***@x.com", "E-mail z***@x.com"],
  maskPhone: ["手机 138****5678", "Phone 138****5678"],
  reveal: ["可查看原值", "May be shown"],
  revealOf: ["“{field}”可逐个查看原值", "“{field}” may be shown one by one"],
  revealNote: [
    "可查看原值：按“查看”显示一条记录的一个值，每次都写入日志。",
    "May be shown: pressing “Show” reveals one value of one record, and each time is logged.",
  ],

  pages: ["管理页面", "Pages of the administration"],
  pagesText: [
    "不是管理员也可以打开的管理页面。",
    "Parts of the administration that are open without being administrator.",
  ],
  pageTags: ["标签库", "Tag library"],
  pageTagsText: ["改名、分组、合并、删除标签", "Rename, group, merge and delete tags"],
  pageTargets: ["销售目标", "Sales targets"],
  pageTargetsText: [
    "设定看得到的人和部门的目标",
    "Set what people and departments aim at, of those one sees",
  ],
  pageIntake: ["表单与接口", "Forms and hooks"],
  pageIntakeText: [
    "管理公开表单和接收数据的接口，查看并修正全部提交",
    "Manage public forms and hooks; see and correct everything that came",
  ],
  pageOperations: ["全部操作记录", "Everybody's operations"],
  pageOperationsText: [
    "查看所有人的操作记录，不能替他人撤销",
    "See what everybody did; not undo it for them",
  ],
  pageLogs: ["日志", "Logs"],
  pageLogsText: [
    "查看、导出并核对操作、登录、变更、管理与查看日志",
    "See, export and check operations, sign-ins, changes, administration and access",
  ],

  pageExports: ["全部导出记录", "Everybody's exports"],
  pageExportsText: [
    "查看谁导出了什么，不能下载他人的文件",
    "See who took out what; not fetch the files of others",
  ],

  previewTitle: ["保存“{name}”会改变什么", "What saving “{name}” changes"],
  previewPeople: ["影响 {count} 人", "Concerns {count} {count|person|people}"],
  previewSome: [
    "影响 {count} 人，按其中 {some} 人计算",
    "Concerns {count} people; counted for {some} of them",
  ],
  previewNobody: [
    "还没有人拥有这个角色，保存不影响任何人。",
    "Nobody holds this role yet: saving concerns nobody.",
  ],
  previewNothing: [
    "对拥有它的人没有变化：他们的其他角色已经给出同样的权限。",
    "Nothing changes for its holders: their other roles give the same.",
  ],
  previewCounting: ["正在计算影响…", "Counting what changes…"],
  previewFailed: ["影响没有算出来，仍可以保存。", "What changes could not be counted; you can still save."],
  opened: ["增加", "Opens"],
  closed: ["减少", "Closes"],
  recordsUncounted: ["数量过大，未统计", "too many to count"],
  whoGains: ["{count} 人获得", "{count} {count|person gains|people gain} it"],
  whoLoses: ["{count} 人失去", "{count} {count|person loses|people lose} it"],
  fieldMoves: [
    "{object} · {field}：{from} → {to}（{people} 人）",
    "{object} · {field}: {from} → {to} ({people})",
  ],
  recordsChange: ["记录", "Records"],
  fieldsChange: ["字段", "Fields"],
  confirmSave: ["确认保存", "Save"],

  compare: ["比较", "Compare"],
  compareTitle: ["比较两个角色", "Compare two roles"],
  compareWith: ["与哪个角色比较", "Compare with"],
  compareSame: ["两个角色的权限完全相同", "Both roles give exactly the same"],
  compareOnly: ["只列出不同之处", "Only what differs"],
  what: ["权限", "Right"],
  none: ["无", "none"],
  yes: ["是", "yes"],
  no: ["否", "no"],
});
