import { MergeCellsOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { duplicateWords } from "./messages";

const duplicates: Feature = {
  pages: [
    {
      path: "/duplicates",
      load: () => import("./DuplicatesPage"),
      entry: {
        application: "customers",
        label: duplicateWords.title,
        icon: <MergeCellsOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default duplicates;
