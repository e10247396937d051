import { messages } from "~/kernel/i18n/messages";

export const owedWords = messages({
  passwordTitle: ["请设置新密码", "Set a new password"],
  passwordEnded: [
    "您的密码已到期。设置新密码后即可继续；其他设备会退出登录。",
    "Your password has run out. Set a new one to go on; your other devices are signed out.",
  ],
  passwordGiven: [
    "现在的密码是管理员设置的。请换成只有您知道的密码，再继续使用。",
    "An administrator set your present password. Replace it with one that only you know to go on.",
  ],
  secondFactorTitle: ["设置两步验证", "Set up two-step sign-in"],
  secondFactorText: [
    "公司要求登录时再输入一个动态验证码。设置后即可继续。",
    "Your company asks for a code when signing in. Set it up to go on.",
  ],
  signOut: ["退出登录", "Sign out"],
});
