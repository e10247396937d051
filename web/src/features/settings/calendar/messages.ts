import { messages } from "~/kernel/i18n/messages";

export const calendarWords = messages({
  title: ["年历", "Year calendar"],
  text: [
    "法定节假日与调休上班日。点一天可以调整；导入文件则替换整年。",
    "Public holidays and make-up days. Choose a day to change it; a file replaces whole years.",
  ],
  open: ["节假日与调休年历", "Holidays and make-up days"],
  previous: ["上一年", "Previous year"],
  next: ["下一年", "Next year"],
  yearOf: ["{year} 年", "{year}"],
  known: ["已有 {years} 年的节假日", "Holidays are known for {years}"],
  unknown: [
    "{year} 年的节假日还没有数据，现按每周工作日计算。国务院公布后，请导入文件或逐日调整。",
    "The holidays of {year} are not known yet; the week alone counts. Import a file or change single days once they are published.",
  ],
  import: ["导入文件", "Import a file"],
  imported: ["已导入 {years} 年", "Imported {years}"],
  importNote: [
    "JSON（date、name、isOffDay）或三列文本“日期,名称,休/班”",
    "JSON (date, name, isOffDay), or text with three columns: date, name, off/work",
  ],
  off: ["休", "Off"],
  work: ["班", "Work"],
  usual: ["按星期", "As the week says"],
  dayIs: ["{date} 是", "{date} is"],
  name: ["名称", "Name"],
  nameNote: ["例如“公司年会”，可不填", "For example “company day”; may be empty"],
  saved: ["已调整 {date}", "{date} changed"],
  workingDays: ["全年 {count} 个工作日", "{count} working days"],
  legendOff: ["节假日", "Holiday"],
  legendWork: ["调休上班", "Make-up day"],
  legendRest: ["休息日", "Day off"],
  tryOut: ["试算", "Try it out"],
  from: ["从", "From"],
  minutes: ["经过工作时间（分钟）", "Working minutes"],
  result: ["到 {at}", "until {at}"],
});
