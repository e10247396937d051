import { HistoryOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/operations",
      load: () => import("./OperationsPage"),
      entry: { application: "workplace", label: entryWords.operations, icon: <HistoryOutlined /> },
    },
  ],
};

export default feature;
