import { messages } from "~/kernel/i18n/messages";

export const conversionWords = messages({
  title: ["线索转化", "Lead conversion"],
  text: [
    "线索转化时，哪个字段的值带入客户、联系人和商机。默认按同名字段带入，自定义字段按同名标签。",
    "Which values of a lead go into the customer, the contact and the opportunity. By default those of the same name; own fields by their label.",
  ],
  to: ["{object}的字段", "Field of {object}"],
  from: ["取自线索的", "Taken from the lead's"],
  none: ["不带入", "Not taken"],
  changed: ["已改", "Changed"],
  reset: ["恢复“{field}”的默认", "“{field}” as by default"],
  saved: ["字段对应已保存", "Mapping saved"],
  first: ["{first}，为空则{second}", "{first}, or else {second}"],
});
