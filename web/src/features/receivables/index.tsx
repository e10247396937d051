import { ClockCircleOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/ageing",
      load: () => import("./AgeingPage"),
      entry: { application: "sales", label: entryWords.title, icon: <ClockCircleOutlined /> },
    },
  ],
};

export default feature;
