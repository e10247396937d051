import { messages } from "~/kernel/i18n/messages";

export const numberWords = messages({
  numbers: ["现在的编号", "Where the numbers stand"],
  rule: ["编号", "Number"],
  preview: ["规则示例", "Example"],
  wrong: ["格式不对", "Not a pattern"],
  resets: ["序号重新开始", "Counter begins anew"],
  day: ["每天", "Each day"],
  month: ["每月", "Each month"],
  year: ["每年", "Each year"],
  never: ["不重新开始", "Never"],
  next: ["下一个编号", "Next number"],
  goOn: ["调整起始号", "Go on from…"],
  goOnTitle: ["{label}从多少号继续", "Go on counting {label} from"],
  count: ["下一个序号", "Next count"],
  countNote: ["只能调大，避免与已有编号重复。", "Only upwards, so that no number is given twice."],
  saved: ["已调整起始号", "The next number is set"],
});
