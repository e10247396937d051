import { messages } from "~/kernel/i18n/messages";

export const formPageWords = messages({
  send: ["提交", "Send"],
  sending: ["正在提交…", "Sending…"],
  required: ["必填", "Required"],
  choose: ["请选择", "Please choose"],
  thanks: ["已收到，我们会尽快与您联系。", "Thank you. We will be in touch soon."],
  gone: ["这个表单已停用。", "This form is closed."],
  failed: [
    "提交没有成功，请稍后再试，已填写的内容仍在。",
    "That did not work. Please try again; what you wrote is still here.",
  ],
});
