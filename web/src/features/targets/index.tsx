import { AimOutlined, ScheduleOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/targets",
      load: () => import("./CompletionPage"),
      entry: { application: "sales", label: entryWords.completion, icon: <AimOutlined /> },
    },
    {
      path: "/set-targets",
      load: () => import("./PlanPage"),
      entry: {
        application: "sales",
        label: entryWords.plan,
        icon: <ScheduleOutlined />,
        visible: session => session.user.pages.includes("targets"),
      },
    },
  ],
};

export default feature;
