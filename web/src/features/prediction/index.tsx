import { FundOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/prediction",
      load: () => import("./PredictionPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.prediction,
        icon: <FundOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
