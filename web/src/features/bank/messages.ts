import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const bankWords = messages({
  ...entryWords,
  text: [
    "上传银行流水，逐笔认领成回款；每笔只收一次，支出不收",
    "Take in the bank's statement and make payments of what came in; each entry once, what went out not at all",
  ],
  upload: ["上传银行流水", "Take in a statement"],
  tooLarge: ["文件超过 {size}", "The file is larger than {size}"],
  taken: [
    "新收 {created} 笔，已有 {known} 笔，支出 {outgoing} 行未收",
    "{created} new, {known} there already, {outgoing} rows went out",
  ],
  faulty: ["{count} 行认不出", "{count} {count|row|rows} could not be read"],
  row: ["第 {row} 行：{message}", "Row {row}: {message}"],
  sureOnes: ["认领有把握的 {count} 笔", "Accept the {count} that are sure"],
  accepted: ["已认领 {count} 笔", "{count} accepted"],
  acceptedSome: ["已认领 {count} 笔，{failed} 笔没有成功", "{count} accepted, {failed} were not"],
  openOnes: ["待认领 {count} 笔", "{count} to be accepted"],
  all: ["全部流水", "All entries"],
  sure: ["有把握", "Sure"],
  likely: ["可能", "Likely"],
  unknown: ["未知", "Unknown"],
  noPayer: ["（无户名）", "(no name)"],
  reference: ["流水号", "Reference"],
  customer: ["客户", "Customer"],
  choose: ["选客户", "Choose the customer"],
  other: ["换客户", "Somebody else"],
  pays: ["核销", "Pays"],
  due: ["应收日期", "Due"],
  credit: ["余 {amount} 记入预收", "{amount} becomes credit"],
  accept: ["认领", "Accept"],
  asCredit: ["全部记入预收", "All as credit"],
  ignore: ["忽略", "Ignore"],
  none: ["没有待认领的到账", "Nothing to be accepted"],
  noneText: [
    "从网银导出流水（.xlsx 或 .csv）上传，这里会列出每笔到账和建议",
    "Export the statement from the bank (.xlsx or .csv) and take it in: each entry appears here with a proposal",
  ],
  notAllowed: ["没有查看银行流水的权限", "You may not see bank entries"],
  notAllowedText: [
    "请管理员在角色与权限里开放“银行流水”",
    "Ask an administrator to open “Bank entry” to your role",
  ],
  more: ["还有更多，认领后继续显示", "More will follow as these are done"],
  close: ["关闭", "Close"],
});
