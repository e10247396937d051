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

/** What the pages of the settings are about. */
export const settingsPartWords = messages({
  people: ["组织与权限", "People and rights"],
  rules: ["业务规则", "Business rules"],
  objects: ["对象与配置", "Objects"],
  system: ["系统", "System"],
});
