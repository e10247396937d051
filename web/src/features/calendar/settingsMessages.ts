import { messages } from "~/kernel/i18n/messages";

export const settingsWords = messages({
  title: ["日历设置", "Calendar settings"],
  feed: ["订阅到其他日历", "Subscribe from another calendar"],
  feedText: [
    "把链接添加到手机或 Outlook、Google 等日历，即可在那里看到您的日程（只读）。知道链接的人都能看到，请勿转发。",
    "Add the link to the calendar of your phone, Outlook or Google to see your appointments there, read-only. Whoever has the link sees them: keep it to yourself.",
  ],
  onlyNow: [
    "链接只显示这一次；忘了可以重新生成，旧链接随即失效。",
    "The link is shown only now. If you lose it, make a new one; the old one then ends.",
  ],
  make: ["生成订阅链接", "Make a link"],
  renew: ["重新生成", "Make a new one"],
  renewAsk: ["重新生成订阅链接？", "Make a new link?"],
  renewNote: [
    "旧链接立即失效，已订阅的日历需要换成新链接。",
    "The old one ends at once; calendars that use it need the new one.",
  ],
  revoke: ["停用链接", "End the link"],
  revokeAsk: ["停用订阅链接？", "End the link?"],
  revokeNote: ["已订阅的日历将不再更新。", "Calendars that use it are not brought up to date any more."],
  revoked: ["订阅链接已停用", "The link has ended"],
  madeAt: ["生成于 {at}", "Made {at}"],
  readAt: ["最近读取 {at}", "last read {at}"],
  neverRead: ["还没有被读取过", "not read so far"],
});
