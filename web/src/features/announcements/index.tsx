import { NotificationOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/announcements",
      load: () => import("./AnnouncementsPage"),
      entry: { application: "workplace", label: entryWords.title, icon: <NotificationOutlined /> },
    },
  ],
};

export default feature;
