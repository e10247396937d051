import { InboxOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/pools",
      load: () => import("./PoolsPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.pools,
        icon: <InboxOutlined />,
        visible: session => session.user.administrator,
      },
    },
    { path: "/settings/pools/$id", load: () => import("./PoolPage") },
  ],
};

export default feature;
