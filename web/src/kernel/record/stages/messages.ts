import { messages } from "~/kernel/i18n/messages";

export const stageWords = messages({
  path: ["阶段", "Stages"],
  moveTo: ["移到“{name}”", "Move to “{name}”"],
  now: ["当前阶段：{name}", "Stands at {name}"],
  days: ["{count} 天", "{count} {count|day|days}"],
  tasks: ["阶段任务", "Tasks"],
  required: ["必做", "Required"],
  taskDone: ["已完成“{name}”", "“{name}” done"],
  taskOpen: ["已取消完成“{name}”", "“{name}” is open again"],
  moved: ["已移到“{name}”", "Moved to “{name}”"],
});
