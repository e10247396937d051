import { SettingOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/system",
      load: () => import("./SettingsPage"),
      entry: {
        application: "settings",
        label: entryWords.title,
        icon: <SettingOutlined />,
        visible: session => session.user.administrator,
      },
    },
    { path: "/settings/calendar", load: () => import("./calendar/CalendarPage") },
  ],
};

export default feature;
