import { messages } from "~/kernel/i18n/messages";

export const shellWords = messages({
  product: ["恒客 CRM", "Hengke CRM"],
  notFoundTitle: ["没有找到", "Not found"],
  notFoundText: [
    "它可能已被删除，或者您没有查看它的权限。",
    "It may have been deleted, or you may not have the right to see it.",
  ],
  goHome: ["回到首页", "Go to home"],
  unreachableTitle: ["连不上服务器", "The server cannot be reached"],
  unreachableText: ["请检查网络，恢复后会自动继续。", "Check the network; this page goes on by itself."],
});
