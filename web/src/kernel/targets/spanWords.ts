import { messages } from "~/kernel/i18n/messages";

export const spanWords = messages({
  span: ["期间", "Span"],
  month: ["月", "Month"],
  quarter: ["季", "Quarter"],
  year: ["年", "Year"],
  earlier: ["上一期", "Earlier"],
  later: ["下一期", "Later"],
  now: ["本期", "Now"],
});
