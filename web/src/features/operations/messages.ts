import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "./entries";

export const operationsWords = messages({
  operations: entryWords.operations,
  operationsText: [
    "您做过的每一次修改，都可以在这里查看并撤销。",
    "Every change you made, to look at and to undo.",
  ],
  whose: ["谁的操作", "Whose"],
  operation: ["操作", "Operation"],
  progress: ["结果", "Result"],
  by: ["操作人", "By"],
  when: ["时间", "When"],
  changed: ["{count} 条", "{count} {count|record|records}"],
  failed: ["{count} 条失败", "{count} failed"],
  running: ["进行中", "Running"],
  failedStatus: ["失败", "Failed"],
  cancelled: ["已取消", "Cancelled"],
  undone: ["已撤销", "Undone"],
  conflicts: ["{count} 处未能处理", "{count} {count|conflict|conflicts}"],
  none: ["还没有操作", "No operations yet"],
  noneText: ["新建、编辑、导入之后，会出现在这里。", "What you create, edit and import appears here."],
});
