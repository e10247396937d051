import { messages } from "~/kernel/i18n/messages";

export const intakeWords = messages({
  none: ["没有从表单或接口收到过", "Nothing came through a form or a hook"],
  page: ["页面", "Page"],
  referrer: ["来自", "Came from"],
  new: ["待处理", "Waiting"],
  created: ["已生成记录", "Became a record"],
  enriched: ["补充到已有记录", "Enriched a record"],
  failed: ["未能处理", "Could not be taken"],
  spam: ["疑似垃圾", "Held as spam"],
  open: ["打开记录", "Open the record"],
});
