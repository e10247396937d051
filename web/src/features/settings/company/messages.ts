import { messages } from "~/kernel/i18n/messages";

export const companyWords = messages({
  logo: ["公司标志", "Logo"],
  note: [
    "显示在导航栏和登录页；PNG、JPEG 或 WebP，最大 1 MB，方形最合适。",
    "Shown in the navigation and on the sign-in page; PNG, JPEG or WebP of at most 1 MB, best a square.",
  ],
  choose: ["选择图片", "Choose a picture"],
  remove: ["去掉标志", "Take it away"],
  saved: ["已更换公司标志", "The logo is changed"],
  removed: ["已去掉公司标志", "The logo is taken away"],
});
