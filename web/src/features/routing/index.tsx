import { BranchesOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/routing",
      load: () => import("./RoutingPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.routing,
        icon: <BranchesOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
