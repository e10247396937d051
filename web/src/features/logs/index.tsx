import { FileSearchOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/logs",
      load: () => import("./LogsPage"),
      entry: {
        application: "settings",
        label: entryWords.logs,
        icon: <FileSearchOutlined />,
        visible: session => session.user.pages.includes("logs"),
      },
    },
  ],
};

export default feature;
