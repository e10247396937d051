import { ApiOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { developerWords } from "./messages";

const feature: Feature = {
  pages: [
    {
      path: "/developers",
      load: () => import("./DevelopersPage"),
      entry: { application: "settings", label: developerWords.title, icon: <ApiOutlined /> },
    },
  ],
};

export default feature;
