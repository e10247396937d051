import { SafetyCertificateOutlined, TeamOutlined, UsergroupAddOutlined } from "@ant-design/icons";
import type { SessionData } from "~/kernel/api/contract";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const administrators = (session: SessionData) => session.user.administrator;

const feature: Feature = {
  pages: [
    {
      path: "/settings/people",
      load: () => import("./people/PeoplePage"),
      entry: {
        application: "settings",
        part: "people",
        label: entryWords.people,
        icon: <TeamOutlined />,
        visible: administrators,
      },
    },
    {
      path: "/settings/groups",
      load: () => import("./groups/GroupsPage"),
      entry: {
        application: "settings",
        part: "people",
        label: entryWords.groups,
        icon: <UsergroupAddOutlined />,
        visible: administrators,
      },
    },
    {
      path: "/settings/roles",
      load: () => import("./roles/RolesPage"),
      entry: {
        application: "settings",
        part: "people",
        label: entryWords.roles,
        icon: <SafetyCertificateOutlined />,
        visible: administrators,
      },
    },
  ],
};

export default feature;
