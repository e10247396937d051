import { messages } from "~/kernel/i18n/messages";

export const accessWords = messages({
  access: ["权限说明", "Explain rights"],
  accessOf: ["“{name}”的权限", "Rights of {name}"],
  accessText: [
    "每个动作由哪个角色、共享或规则给出。对某一条记录的说明，请在记录的菜单中打开“权限说明”。",
    "Which role, share or rule gives each verb. For one record, open “Why can I” in the menu of the record.",
  ],
  accessObject: ["哪个对象", "Object"],
  viewAs: ["以此身份查看", "View as this person"],
  viewAsSure: ["以“{name}”的身份查看？", "See this as {name} does?"],
  viewAsText: [
    "30 分钟内您看到的与此人一样，但不能修改任何内容。开始和结束都会记入日志。",
    "For 30 minutes you see what they see, and cannot change anything. Begin and end are logged.",
  ],
});
