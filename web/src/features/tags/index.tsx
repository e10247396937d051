import { TagsOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/tags",
      load: () => import("./TagsPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.tags,
        icon: <TagsOutlined />,
        visible: session => session.user.pages.includes("tags"),
      },
    },
  ],
};

export default feature;
