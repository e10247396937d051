import { BarChartOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/reports",
      load: () => import("./ReportsPage"),
      entry: { application: "analytics", label: entryWords.reports, icon: <BarChartOutlined /> },
    },
    { path: "/reports/$id", load: () => import("./ReportPage") },
  ],
};

export default feature;
