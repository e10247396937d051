import { BranchesOutlined, ProfileOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/settings/objects",
      load: () => import("./ObjectsPage"),
      entry: {
        application: "settings",
        part: "objects",
        label: entryWords.objects,
        icon: <ProfileOutlined />,
        visible: session => session.user.administrator,
      },
    },
    {
      path: "/settings/versions",
      load: () => import("./VersionsPage"),
      entry: {
        application: "settings",
        part: "objects",
        label: entryWords.versions,
        icon: <BranchesOutlined />,
        visible: session => session.user.administrator,
      },
    },
    { path: "/settings/objects/$object", load: () => import("./ObjectPage") },
  ],
};

export default feature;
