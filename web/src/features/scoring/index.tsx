import { TrophyOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/scoring",
      load: () => import("./ScoringPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.scoring,
        icon: <TrophyOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
