import { MergeCellsOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const duplicates: Feature = {
  pages: [
    {
      path: "/duplicates",
      load: () => import("./DuplicatesPage"),
      entry: {
        application: "customers",
        label: entryWords.title,
        icon: <MergeCellsOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default duplicates;
