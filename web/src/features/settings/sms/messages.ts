import { messages } from "~/kernel/i18n/messages";

export const smsWords = messages({
  mobile: ["测试手机号", "Mobile for a test"],
  test: ["发测试短信", "Send a test message"],
  testUnsaved: ["先保存设置，再发测试短信", "Save the settings first"],
  testSent: [
    "服务商已接受，请看手机 {to}：短信里的验证码是 000000",
    "The provider has taken it; look at {to}: the code in it is 000000",
  ],
  testSimulated: ["已“发到” {to}，内容见下方", "“Sent” to {to}; what it says is shown below"],
  simulated: [
    "本地模拟：短信不会发到任何手机，只显示在这里。它不能证明签署人身份，请勿用于正式签署。",
    "Local simulator: nothing goes to any phone, messages are shown only here. They prove nothing; do not use it for papers in earnest.",
  ],
  received: ["模拟手机收到的短信（最近 50 条）", "What came to simulated phones (the last 50)"],
  nothing: ["还没有短信", "No message yet"],
  refresh: ["刷新", "Refresh"],
  at: ["时间", "Time"],
  to: ["手机", "Mobile"],
  text: ["内容", "Text"],
  failed: ["没有发出的短信", "Text messages that could not be sent"],
  why: ["原因", "Why"],
  state: ["状态", "State"],
  givenUp: ["已放弃", "Given up"],
  trying: ["重试中", "Trying again"],
});
