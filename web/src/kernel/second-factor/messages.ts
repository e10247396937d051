import { messages } from "~/kernel/i18n/messages";

export const secondFactorWords = messages({
  scan: [
    "1. 用身份验证器（如 Microsoft Authenticator、腾讯身份验证器）扫描二维码",
    "1. Scan this with an authenticator app (Microsoft Authenticator, Google Authenticator …)",
  ],
  picture: ["二维码，也可输入下面的密钥", "QR code; the key below says the same"],
  typeInstead: ["扫不了？在应用中输入密钥", "Cannot scan it? Type this key into the app"],
  openInApp: ["在本机的应用中打开", "Open in an app on this device"],
  enterCode: ["2. 输入应用显示的 6 位数字", "2. Enter the six digits the app shows"],
  turnOn: ["确认并开启", "Confirm and turn on"],
  recoveryTitle: ["请保存恢复码", "Keep your recovery codes"],
  recoveryText: [
    "手机丢失时用恢复码登录，每个只能用一次。只显示这一次，请打印或存到安全的地方。",
    "They let you in when the phone is lost; each works once. They are shown only now: print them or keep them somewhere safe.",
  ],
  recoveryCopy: ["复制", "Copy"],
  recoveryKept: ["已保存好", "I have kept them"],
  unreachable: ["连不上服务器，请稍后再试", "The server cannot be reached, try again in a moment"],
});
