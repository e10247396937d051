import { ShareAltOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { sharingWords } from "./messages";

const feature: Feature = {
  pages: [
    {
      path: "/settings/sharing",
      load: () => import("./SharingRulesPage"),
      entry: {
        application: "settings",
        label: sharingWords.sharing,
        icon: <ShareAltOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
