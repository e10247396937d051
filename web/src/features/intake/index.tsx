import { FormOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/intake",
      load: () => import("./IntakePage"),
      entry: {
        application: "marketing",
        label: entryWords.title,
        icon: <FormOutlined />,
        visible: session => session.user.pages.includes("intake"),
      },
    },
    { path: "/intake/$id", load: () => import("./SourcePage") },
  ],
};

export default feature;
