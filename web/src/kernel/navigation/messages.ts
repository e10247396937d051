import { messages } from "~/kernel/i18n/messages";

/** The groups of the navigation. */
export const applicationWords = messages({
  workplace: ["工作台", "Workplace"],
  customers: ["客户", "Customers"],
  sales: ["销售", "Sales"],
  marketing: ["营销", "Marketing"],
  service: ["服务", "Service"],
  analytics: ["分析", "Analytics"],
  collaboration: ["协同", "Collaboration"],
  settings: ["设置", "Settings"],
});
