import { ScheduleOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/calendar",
      load: () => import("./CalendarPage"),
      entry: { application: "collaboration", label: entryWords.title, icon: <ScheduleOutlined /> },
    },
  ],
};

export default feature;
