import { messages } from "~/kernel/i18n/messages";
import { entryWords } from "../entries";

export const analysisWords = messages({
  analysis: entryWords.analysis,
  window: ["成交统计 {since} 至 {day}，更新于 {at}", "Deals from {since} to {day}, reckoned {at}"],
  allTime: ["成交统计截至 {day}，更新于 {at}", "Deals until {day}, reckoned {at}"],
  never: ["正在等待第一次计算", "Waiting to be reckoned for the first time"],
  broken: [
    "成交来源已失效，数值停在最后一次计算。",
    "The source of deals is broken; figures stand where they were last reckoned.",
  ],
  mend: ["去修好", "Mend it"],
  noSource: ["还没有成交来源", "No source of deals yet"],
  noSourceText: [
    "选定哪些记录算成交（例如订单），就能看到 RFM 分类、复购和同期群。",
    "Once it is chosen which records are deals, such as orders, segments, repeat purchase and cohorts show here.",
  ],
  askAdministrator: [
    "请管理员在“设置 → 客户价值”里选择。",
    "Ask an administrator to choose them under Customer value.",
  ],
  choose: ["选择成交来源", "Choose a source"],
  hidden: ["您的角色不能读取这里的数值", "Your role does not let you read these figures"],
  map: ["RFM 分类", "RFM segments"],
  mapText: ["只算您能看到的客户；点开一类就是名单。", "Of the customers you see; each opens its list."],
  customers: ["{count} 个客户", "{count} {count|customer|customers}"],
  ofCustomers: ["占 {share}", "{share} of all"],
  amountShare: ["金额占 {share}", "{share} of the amount"],
  none: ["窗口内无成交：{count} 个客户", "No deal in the window: {count} {count|customer|customers}"],
  heat: ["R × F 分布", "R × F"],
  heatText: ["越靠右上，最近买、常买的越多。", "Towards the upper right, recent and frequent buyers."],
  heatCell: ["R {r} 分、F {f} 分：{count} 个客户", "R {r}, F {f}: {count} {count|customer|customers}"],
  life: ["生命周期", "Life cycle"],
  conversion: ["转化 {share}", "{share} go on"],
  median: ["中位用时 {days} 天", "median {days} {days|day|days}"],
  lost: ["流失 {count}", "{count} lost"],
  returned: ["回流 {count}", "{count} back"],
  cohorts: ["复购同期群", "Cohorts of repeat purchase"],
  cohortsText: [
    "按首次成交的月份分组，看之后每个月还有多少客户在买。",
    "By the month of the first deal: how many bought again in each month after.",
  ],
  firstDeal: ["首次成交", "First deal"],
  size: ["客户", "Customers"],
  after: ["+{month} 月", "+{month}"],
  cohortCell: [
    "{month} 首次成交的客户，第 {after} 个月后有 {count} 个再次成交（{share}）",
    "First deal {month}: {count} bought {after} {after|month|months} later ({share})",
  ],
  noCohorts: ["近 12 个月没有首次成交的客户", "Nobody bought for the first time within 12 months"],
});
