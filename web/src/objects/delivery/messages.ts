import { messages } from "~/kernel/i18n/messages";

export const deliveryWords = messages({
  parts: ["发货明细", "What is sent"],
  lead: ["已按未发数量填好，可改为只发一部分", "Filled in with all that is open; change it to send a part"],
  choose: ["先选订单", "Choose the order first"],
  nothingOpen: ["订单已全部发货", "All of the order was delivered"],
  product: ["产品", "Product"],
  ordered: ["订购", "Ordered"],
  delivered: ["已发", "Delivered"],
  open: ["未发", "Open"],
  quantity: ["本次发货", "Send now"],
  sent: ["发货数量", "Sent"],
  of: ["{what}：本次发货数量", "{what}: sent now"],
  all: ["全部发货", "Send all"],
  clear: ["清空", "Clear"],
  tooMuch: ["最多还能发 {quantity}", "At most {quantity} more"],
  none: ["没有明细", "Nothing in it"],
  edit: ["修改明细", "Change what was sent"],
  remarks: ["备注", "Remarks"],
});
