import { ImportOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    { path: "/import/$object", load: () => import("./ImportPage") },
    {
      path: "/imports",
      load: () => import("./PastImportsPage"),
      entry: { application: "workplace", label: entryWords.pastImports, icon: <ImportOutlined /> },
    },
  ],
};

export default feature;
