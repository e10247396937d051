import { messages } from "~/kernel/i18n/messages";

export const mailWords = messages({
  test: ["给我发一封测试邮件", "Send me a test mail"],
  testUnsaved: ["先保存设置，再发测试邮件", "Save the settings first"],
  testSent: ["服务器已接受，请到 {to} 查收", "The server has taken it; look into {to}"],
  stuck: ["没有发出的邮件", "Mails that could not be sent"],
  to: ["收件人", "To"],
  subject: ["主题", "Subject"],
  why: ["原因", "Why"],
  next: ["下次重试", "Next try"],
  parked: ["已停止重试", "No longer tried"],
  again: ["立即重试", "Try again"],
  giveUp: ["放弃", "Give up"],
  giveUpTitle: ["放弃这封给 {to} 的邮件？", "Give up this mail to {to}?"],
  giveUpText: ["它不会再发出，也不能恢复。", "It will not be sent, and cannot be brought back."],
  queuedAgain: ["几秒内重试", "It will be tried again in a few seconds"],
});
