import { ShareAltOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/sharing",
      load: () => import("./SharingRulesPage"),
      entry: {
        application: "settings",
        part: "people",
        label: entryWords.sharing,
        icon: <ShareAltOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
