import { RobotOutlined, SendOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/webhooks",
      load: () => import("./WebhooksPage"),
      entry: {
        application: "settings",
        label: entryWords.title,
        icon: <SendOutlined />,
        visible: session => session.user.administrator,
      },
    },
    {
      path: "/settings/robots",
      load: () => import("./robots/RobotsPage"),
      entry: {
        application: "settings",
        label: entryWords.robots,
        icon: <RobotOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
