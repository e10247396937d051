import { messages } from "~/kernel/i18n/messages";

export const pipelineWords = messages({
  title: ["销售管道", "Pipelines"],
  text: [
    "商机走过的阶段、每个阶段的赢单率，以及多久不联系算停滞。赢单和输单是每个管道的终点。",
    "The stages of a deal, how many of a hundred are won from each, and when one rots. Won and lost end every pipeline.",
  ],
  administratorsOnly: ["仅管理员可以管理", "For administrators only"],
  pipeline: ["管道", "Pipeline"],
  stage: ["阶段", "Stage"],
  rate: ["赢单率", "Won of a hundred"],
  rotting: ["停滞天数", "Rots after days"],
  never: ["不限", "Never"],
  up: ["上移“{name}”", "Move “{name}” up"],
  down: ["下移“{name}”", "Move “{name}” down"],
  removeStage: ["移除“{name}”", "Remove “{name}”"],
  addStage: ["添加阶段", "Add a stage"],
  newStage: ["新建阶段…", "New stage…"],
  addPipeline: ["新建管道", "Add a pipeline"],
  removePipeline: ["删除此管道", "Remove this pipeline"],
  nameOf: ["名称", "Name"],
  nameTaken: ["已有同名的选项", "There is one of this name"],
  saved: ["销售管道已保存", "Pipelines saved"],
  rules: [
    "每个阶段要求填写什么、谁可以推进，在流转规则里设置",
    "What a stage demands and who may enter it stands in the transition rules",
  ],
  openRules: ["流转规则", "Transition rules"],
  none: ["还没有使用管道的对象", "No object goes through a pipeline"],
});
