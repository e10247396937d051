import { ExportOutlined } from "@ant-design/icons";
import { exportWords } from "~/kernel/exports/messages";
import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [
    {
      path: "/exports",
      load: () => import("./ExportsPage"),
      entry: { application: "workplace", label: exportWords.exports, icon: <ExportOutlined /> },
    },
  ],
};

export default feature;
