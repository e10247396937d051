import { TagsOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { tagWords } from "./messages";

const feature: Feature = {
  pages: [
    {
      path: "/settings/tags",
      load: () => import("./TagsPage"),
      entry: {
        application: "settings",
        label: tagWords.tags,
        icon: <TagsOutlined />,
        visible: session => session.user.pages.includes("tags"),
      },
    },
  ],
};

export default feature;
