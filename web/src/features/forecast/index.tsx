import { FundOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/forecast",
      load: () => import("./ForecastPage"),
      entry: { application: "sales", label: entryWords.title, icon: <FundOutlined /> },
    },
  ],
};

export default feature;
