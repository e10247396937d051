import { messages } from "~/kernel/i18n/messages";

export const sessionWords = messages({
  administratorsOnly: ["只有管理员可以管理", "Only administrators manage this"],
  administratorsOnlyText: ["如需调整，请联系您的管理员。", "Ask your administrator for changes."],
  current: ["当前密码", "Current password"],
  next: ["新密码", "New password"],
  repeat: ["再输一次新密码", "New password again"],
  different: ["两次输入不一致", "The two do not match"],
  change: ["修改密码", "Change password"],
  unreachable: ["连不上服务器，请稍后再试", "The server cannot be reached, try again in a moment"],
  passwordRule: [
    "{length} 到 128 个字符，不能是登录名或常见密码",
    "{length} to 128 characters, neither the sign-in name nor a common password",
  ],
  passwordMixed: [
    "{length} 到 128 个字符，至少含小写、大写、数字、符号中的 {classes} 类，不能是登录名或常见密码",
    "{length} to 128 characters, at least {classes} of small letters, capitals, digits and others; neither the sign-in name nor a common password",
  ],
});
