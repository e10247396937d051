import { PieChartOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/won-and-lost",
      load: () => import("./OutcomesPage"),
      entry: { application: "sales", label: entryWords.title, icon: <PieChartOutlined /> },
    },
  ],
};

export default feature;
