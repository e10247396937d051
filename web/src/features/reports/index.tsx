import { BarChartOutlined, DashboardOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  today: { load: () => import("./dashboards/OnToday") },
  pages: [
    {
      path: "/reports",
      load: () => import("./ReportsPage"),
      entry: { application: "analytics", label: entryWords.reports, icon: <BarChartOutlined /> },
    },
    { path: "/reports/$id", load: () => import("./ReportPage") },
    {
      path: "/dashboards",
      load: () => import("./dashboards/DashboardsPage"),
      entry: { application: "analytics", label: entryWords.dashboards, icon: <DashboardOutlined /> },
    },
    { path: "/dashboards/$id", load: () => import("./dashboards/DashboardPage") },
  ],
};

export default feature;
