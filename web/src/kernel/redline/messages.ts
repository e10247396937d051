import { messages } from "~/kernel/i18n/messages";

export const redlineWords = messages({
  tab: ["版本对比", "Compare"],
  with: ["与哪一份比较", "Compare with"],
  choose: ["选一份要比较的{name}", "Choose what to compare with: {name}"],
  equal: ["两份内容相同", "Both say the same"],
  hidden: ["看不到这一份", "You may not see it"],
  legend: [
    "较早 {earlier} · 较新 {later}。下划线为新增，删除线为删去",
    "Earlier {earlier} · later {later}. Underlined was added, struck out was taken away",
  ],
  terms: ["字段与条款", "Fields and terms"],
  lines: ["明细", "Lines"],
  in: ["新增", "Added"],
  out: ["删去", "Removed"],
  changed: ["有改动", "Changed"],
  same: ["未变", "Unchanged"],
  state: ["改动", "Change"],
});
