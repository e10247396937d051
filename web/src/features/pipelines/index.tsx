import { FunnelPlotOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/pipelines",
      load: () => import("./PipelinesPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.title,
        icon: <FunnelPlotOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
