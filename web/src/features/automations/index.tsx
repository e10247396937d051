import { ThunderboltOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/automations",
      load: () => import("./AutomationsPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.automations,
        icon: <ThunderboltOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
