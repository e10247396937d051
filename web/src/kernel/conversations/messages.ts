import { messages } from "~/kernel/i18n/messages";

export const showWords = messages({
  show: ["发到会话", "Send to a conversation"],
  to: ["发给", "To"],
  recent: ["最近的会话", "Recent conversations"],
  colleagues: ["同事", "Colleagues"],
  words: ["附言", "Message"],
  note: ["只发链接：对方按自己的权限查看。", "Only a link is sent: each opens it by their own rights."],
  send: ["发送", "Send"],
  sent: ["已发送", "Sent"],
  searching: ["正在搜索…", "Searching…"],
  nothingFound: ["没有找到", "Nothing found"],
});
