import { FundOutlined, PieChartOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/analysis/customer",
      load: () => import("./analysis/AnalysisPage"),
      entry: { application: "customers", label: entryWords.analysis, icon: <PieChartOutlined /> },
    },
    {
      path: "/settings/worth",
      load: () => import("./settings/WorthPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.worth,
        icon: <FundOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
