import { ImportOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { importWords } from "./messages";

const feature: Feature = {
  pages: [
    { path: "/import/$object", load: () => import("./ImportPage") },
    {
      path: "/imports",
      load: () => import("./PastImportsPage"),
      entry: { application: "workplace", label: importWords.pastImports, icon: <ImportOutlined /> },
    },
  ],
};

export default feature;
