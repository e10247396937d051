import { messages } from "~/kernel/i18n/messages";

export const rateWords = messages({
  rates: ["汇率", "Exchange rates"],
  none: ["只用本位币，不需要汇率", "Only the base currency is in use: no rates needed"],
  noneText: [
    "在上面启用其他币种并保存后，在这里录入汇率。",
    "Choose other currencies above and save; then enter their rates here.",
  ],
  unsaved: ["先保存上面的修改，再录入汇率。", "Save the changes above before entering rates."],
  missing: [
    "{currencies} 今天没有汇率，用它填写的金额无法保存。",
    "There is no rate for today of: {currencies}. Amounts in it cannot be saved.",
  ],
  choose: ["币种", "Currency"],
  from: ["生效日期", "From"],
  rate: ["汇率", "Rate"],
  rateIs: ["1 {currency} 合多少 {base}", "What 1 {currency} is worth in {base}"],
  rateNote: [
    "从这一天起生效，直到下一条汇率。已保存的金额不会重新折算。",
    "Holds from that day until the next rate. Amounts that are saved are not converted again.",
  ],
  inForce: ["现用", "in force"],
  enteredBy: ["录入", "Entered"],
  enter: ["录入汇率", "Enter a rate"],
  enterTitle: ["录入 {currency} 汇率", "Enter a rate of {currency}"],
  correct: ["更正", "Correct"],
  correctTitle: ["更正 {currency} {from} 的汇率", "Correct the rate of {currency} from {from}"],
  saved: ["汇率已保存", "The rate is saved"],
  remove: ["删除", "Delete"],
  removeTitle: ["删除 {currency} {from} 的汇率？", "Delete the rate of {currency} from {from}?"],
  removeText: [
    "这一天起改用更早的一条；已保存的金额不变。删除会记入修改记录。",
    "The one before it holds instead; saved amounts stay. That it was deleted is written down.",
  ],
  removed: ["汇率已删除", "The rate is deleted"],
  noRates: ["{currency} 还没有汇率", "No rates of {currency} yet"],
  earlier: ["更早的", "Earlier ones"],
  bring: ["粘贴或导入", "Paste or import"],
  bringTitle: ["粘贴或导入汇率", "Paste or import rates"],
  bringText: [
    "每行三列：币种、生效日期、汇率（1 单位合多少 {base}）。可以直接从表格复制粘贴；有一行不对就都不写入。",
    "Three columns a line: currency, first day, rate (what one unit is worth in {base}). Copy them from a spreadsheet; if one line is wrong, none is taken.",
  ],
  lines: ["汇率", "Rates"],
  file: ["或选择文件", "Or choose a file"],
  take: ["导入", "Import"],
  line: ["第 {line} 行：{fault}", "Line {line}: {fault}"],
  brought: [
    "新增 {added} 条，更正 {corrected} 条，{unchanged} 条没有变化",
    "{added} added, {corrected} corrected, {unchanged} as before",
  ],
});
