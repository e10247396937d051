import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const settingWords = messages({
  title: entryWords.title,
  text: [
    "全公司共用的设置，保存后立即在所有人那里生效。",
    "Decided once for the whole company; what is saved counts for everybody at once.",
  ],
  groups: ["设置分组", "Groups of settings"],
  find: ["查找设置", "Find a setting"],
  notFound: ["没有这样的设置", "No such setting"],
  notFoundText: ["换个词试试，例如“时区”“密码”。", "Try another word, for example “zone” or “password”."],
  unsaved: ["{count} 项未保存", "{count} unsaved {count|change|changes}"],
  discard: ["放弃", "Discard"],
  saved: ["设置已保存", "Settings saved"],
  fixErrors: ["请看标出的 {count} 处", "Please look at the {count} marked {count|setting|settings}"],
  stale: ["有人刚刚改了这些设置", "Somebody has just changed these settings"],
  staleText: [
    "下面标出的已按对方的新值显示，您的其他修改还在。看过后可以再改、再保存。",
    "Those marked below now show the new values; your other changes are kept. Look, then change and save again.",
  ],
  staleHere: ["刚被别人改为现在的值", "Somebody has just changed it to this"],
  decided: ["已修改", "Changed"],
  toDefault: ["恢复默认", "Back to default"],
  isDefault: ["默认：{value}", "Default: {value}"],
  changes: ["修改记录", "Changes"],
  noChanges: ["还没有人改过设置", "Nobody has changed a setting yet"],
  changedSecret: ["内容已更换（不显示）", "Replaced (not shown)"],
  empty: ["空", "empty"],
  earlier: ["更早的", "Earlier ones"],
});
