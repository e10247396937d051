import { MessageOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/conversations",
      load: () => import("./ConversationsPage"),
      entry: { application: "workplace", label: entryWords.title, icon: <MessageOutlined /> },
    },
  ],
};

export default feature;
