import { messages } from "~/kernel/i18n/messages";

export const leadWords = messages({
  paste: ["粘贴文本自动识别", "Fill in from text"],
  pasteText: ["名片、邮件签名、聊天记录都可以", "A visiting card, the end of a mail, a chat"],
  read: ["识别并填入", "Read and fill in"],
  filled: ["已填入：{fields}，请核对", "Filled in: {fields}. Please check."],
  nothing: ["没有识别出内容", "Nothing was recognised"],
  submissions: ["提交记录", "Submissions"],
  routing: ["分配经过", "Assignment"],
});
