import { messages } from "~/kernel/i18n/messages";

export const intakeWords = messages({
  none: ["没有从表单、接口或邮箱收到过", "Nothing came through a form, a hook or a mailbox"],
  page: ["页面", "Page"],
  referrer: ["来自", "Came from"],
  new: ["待处理", "Waiting"],
  created: ["已生成记录", "Became a record"],
  enriched: ["补充到已有记录", "Enriched a record"],
  failed: ["未能处理", "Could not be taken"],
  spam: ["疑似垃圾", "Held as spam"],
  ignored: ["已忽略", "Ignored"],
  open: ["打开记录", "Open the record"],
});
