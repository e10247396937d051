import { messages } from "~/kernel/i18n/messages";

export const secretWords = messages({
  given: ["已设置；不填则保持不变", "Set; leave empty to keep it"],
  notGiven: ["尚未设置", "Not set yet"],
  clearSecret: ["清除", "Clear"],
  secretCleared: ["保存后清除", "Cleared when saved"],
});
