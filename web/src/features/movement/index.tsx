import { SwapOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/pipeline-changes",
      load: () => import("./MovementPage"),
      entry: { application: "sales", label: entryWords.title, icon: <SwapOutlined /> },
    },
  ],
};

export default feature;
