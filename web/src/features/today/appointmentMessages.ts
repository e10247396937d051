import { messages } from "~/kernel/i18n/messages";

export const appointmentWords = messages({
  appointments: ["今天的日程", "Appointments today"],
  unvisited: ["未完成的拜访", "Visits not made"],
  allDay: ["全天", "All day"],
  late: ["已过时间", "Time passed"],
  daysLate: ["逾期 {count} 天", "{count} {count|day|days} late"],
  visited: ["完成拜访", "Visit made"],
  visitedOf: ["完成拜访：{name}", "Visit made: {name}"],
});
