import { messages } from "~/kernel/i18n/messages";

export const routingReasonWords = messages({
  none: ["没有经过规则分配", "No rule has assigned it"],
  arrival: ["新记录", "Arrived"],
  command: ["手动分配", "By hand"],
  waited: ["上班后", "Work began"],
  timeout: ["超时转派", "Too late"],
  turn: ["“{rule}”轮到{person}", "“{rule}”: {person}’s turn"],
  weight: ["“{rule}”按权重给{person}", "“{rule}”: {person}, by weight"],
  load: ["“{rule}”给手上最少的{person}", "“{rule}”: {person}, who has the fewest"],
  person: ["“{rule}”给{person}", "“{rule}”: {person}"],
  pool: ["“{rule}”放入公海“{pool}”", "“{rule}”: into the pool “{pool}”"],
  poolAtLast: ["多次超时，退回公海“{pool}”", "Late too often: back to the pool “{pool}”"],
  waiting: ["“{rule}”：不在工作时间，上班后分配", "“{rule}”: waits until work begins"],
  noRule: ["没有适用的规则", "No rule fits"],
  nobody: ["无人可接", "Nobody can take it"],
  passed: [
    "“{rule}”无人可接：{away} 人不在，{full} 人已达上限",
    "“{rule}” found nobody: {away} away, {full} full",
  ],
  broken: ["“{rule}”已失效", "“{rule}” no longer works"],
  former: ["原负责人{person}", "was {person}’s"],
  by: ["{person}操作", "asked by {person}"],
});
