import { HistoryOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { operationsWords } from "./messages";

const feature: Feature = {
  pages: [
    {
      path: "/operations",
      load: () => import("./OperationsPage"),
      entry: { application: "workplace", label: operationsWords.operations, icon: <HistoryOutlined /> },
    },
  ],
};

export default feature;
