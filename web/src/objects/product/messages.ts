import { messages } from "~/kernel/i18n/messages";

export const productWords = messages({
  prices: ["取价", "Prices"],
  lead: ["按价格表，客户现在要付多少。", "What a customer pays now, by the price books."],
  customer: ["客户", "Customer"],
  day: ["日期", "Date"],
  currency: ["币种", "Currency"],
  quantity: ["数量", "Quantity"],
  price: ["单价", "Unit price"],
  floor: ["最低价", "Floor price"],
  origin: ["来源", "From"],
  list: ["标准价", "List price"],
  rate: ["标准价，按当日汇率折算", "List price, by the rate of the day"],
  book: ["价格表", "Price book"],
  from: ["起订数量 {from}", "from {from} on"],
  none: ["此币种没有价格，也没有当日汇率。", "No price in this currency, and no rate of that day."],
});
