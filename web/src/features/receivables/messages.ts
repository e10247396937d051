import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const ageingWords = messages({
  ...entryWords,
  text: [
    "未收的款到期多久了；点数字看是哪些",
    "How long what is owed has been due; each number opens its terms",
  ],
  by: ["按", "By"],
  customer: ["客户", "Customer"],
  owner: ["负责人", "Owner"],
  total: ["合计", "Total"],
  all: ["应收未收", "Owed"],
  notDue: ["未到期", "Not yet due"],
  days: ["{from}–{to} 天", "{from}–{to} days"],
  over: ["{from} 天以上", "Over {from} days"],
  nobody: ["（无）", "(none)"],
  none: ["没有未收的回款计划", "Nothing is owed"],
  noneText: [
    "在合同或订单上制定回款计划后，这里会显示欠款",
    "Plan payments on a contract or an order, and what is owed appears here",
  ],
  more: [
    "只列出欠款最多的 {count} 个；合计含全部",
    "Only the {count} that owe most are listed; the total is of all",
  ],
  unit: ["金额：{currency}", "In {currency}"],
});
