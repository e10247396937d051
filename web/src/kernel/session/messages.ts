import { messages } from "~/kernel/i18n/messages";

export const sessionWords = messages({
  administratorsOnly: ["只有管理员可以管理", "Only administrators manage this"],
  administratorsOnlyText: ["如需调整，请联系您的管理员。", "Ask your administrator for changes."],
  passwordRule: [
    "{length} 到 128 个字符，不能是登录名或常见密码",
    "{length} to 128 characters, neither the sign-in name nor a common password",
  ],
  passwordMixed: [
    "{length} 到 128 个字符，至少含小写、大写、数字、符号中的 {classes} 类，不能是登录名或常见密码",
    "{length} to 128 characters, at least {classes} of small letters, capitals, digits and others; neither the sign-in name nor a common password",
  ],
});
