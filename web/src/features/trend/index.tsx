import { FundOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/trends",
      load: () => import("./TrendPage"),
      entry: { application: "analytics", label: entryWords.title, icon: <FundOutlined /> },
    },
  ],
};

export default feature;
