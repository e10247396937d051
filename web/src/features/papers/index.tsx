import { PrinterOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/paper-layouts",
      load: () => import("./LayoutsPage"),
      entry: {
        application: "settings",
        part: "objects",
        label: entryWords.papers,
        icon: <PrinterOutlined />,
        visible: session => session.user.administrator,
      },
    },
    { path: "/settings/paper-layouts/$id", load: () => import("./LayoutPage") },
  ],
};

export default feature;
