import { messages } from "~/kernel/i18n/messages";

export const flowWords = messages({
  edit: ["编辑“{name}”", "Edit “{name}”"],
  addAt: ["在这里添加节点", "Add a step here"],
  otherwise: ["其他情况", "Otherwise"],
  way: ["分支 {place}", "Branch {place}"],
  addWay: ["添加分支", "Add a branch"],
  priority: ["优先级 {place}", "Priority {place}"],
  wayUp: ["提前“{name}”", "Move “{name}” forward"],
  removeWay: ["删除分支“{name}”", "Delete the branch “{name}”"],
  removeNode: ["删除节点“{name}”", "Delete the step “{name}”"],
  moveUp: ["上移“{name}”", "Move “{name}” up"],
  moveDown: ["下移“{name}”", "Move “{name}” down"],
  drag: ["拖动“{name}”调整顺序", "Drag “{name}” to another place"],
  noCondition: ["未设置条件", "No condition yet"],
  always: ["总是走这一支", "Always taken"],
  emptyWay: ["直接通过", "Straight on"],
  nodeName: ["节点名称", "Name of the step"],
  wayName: ["分支名称", "Name of the branch"],
  condition: ["条件", "Condition"],
  conditionText: [
    "按顺序，先匹配的分支生效；最后一条是其他情况。",
    "The first branch that fits is taken; the last is for all others.",
  ],
  close: ["完成", "Done"],
  wrong: ["请修改标红的节点", "Put right the steps in red"],
});
