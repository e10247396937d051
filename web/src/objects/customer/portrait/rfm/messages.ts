import { messages } from "~/kernel/i18n/messages";

export const rfmWords = messages({
  rfm: ["RFM 价值", "RFM value"],
  unclassed: ["窗口内没有成交，暂不分类", "No deal in the window, and so in no segment"],
  never: ["还没有成交", "No deal yet"],
  outOf: ["{score} / 5", "{score} of 5"],
});
