import { EnvironmentOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/regions",
      load: () => import("./RegionsPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.regions,
        icon: <EnvironmentOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
