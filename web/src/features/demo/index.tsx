import { ExperimentOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/demo",
      load: () => import("./DemoPage"),
      entry: {
        application: "settings",
        label: entryWords.demo,
        icon: <ExperimentOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
