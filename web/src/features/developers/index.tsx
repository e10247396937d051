import { ApiOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/developers",
      load: () => import("./DevelopersPage"),
      entry: { application: "settings", label: entryWords.title, icon: <ApiOutlined /> },
    },
  ],
};

export default feature;
