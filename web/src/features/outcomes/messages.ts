import { messages } from "~/kernel/i18n/messages";

export const outcomeWords = messages({
  title: ["赢输分析", "Won and lost"],
  text: [
    "您能看到的商机为什么赢、为什么输、输给了谁。金额为本位币，数字可以点开看商机。",
    "Why deals you see were won or lost, and to whom. Amounts in the base currency; numbers open their deals.",
  ],
  none: ["没有使用管道的对象", "No object goes through a pipeline"],
  period: ["结单时间", "Closed"],
  month: ["本月", "This month"],
  quarter: ["本季度", "This quarter"],
  year: ["今年", "This year"],
  ever: ["全部", "Ever"],
  rate: ["赢单率", "Win rate"],
  won: ["赢单", "Won"],
  lost: ["输单", "Lost"],
  amountWon: ["赢单金额", "Amount won"],
  amountLost: ["输单金额", "Amount lost"],
  lossReason: ["输单原因", "Why lost"],
  wonReason: ["赢单原因", "Why won"],
  competitor: ["竞争对手", "Competitors"],
  deals: ["商机数", "Deals"],
  amount: ["金额", "Amount"],
  share: ["占比", "Share"],
  without: ["未填写", "Not said"],
  nothing: ["这段时间没有结单", "Nothing was closed in this time"],
  hidden: [
    "您没有查看结果、结单时间或金额的权限，请联系管理员。",
    "You have no right to see outcome, day of closing or amount; please ask an administrator.",
  ],
});
