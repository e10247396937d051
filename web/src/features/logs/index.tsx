import { FileSearchOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { logWords } from "./messages";

const feature: Feature = {
  pages: [
    {
      path: "/settings/logs",
      load: () => import("./LogsPage"),
      entry: {
        application: "settings",
        label: logWords.logs,
        icon: <FileSearchOutlined />,
        visible: session => session.user.pages.includes("logs"),
      },
    },
  ],
};

export default feature;
