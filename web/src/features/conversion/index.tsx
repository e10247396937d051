import { SwapOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/conversion",
      load: () => import("./ConversionPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.title,
        icon: <SwapOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
