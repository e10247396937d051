import { AuditOutlined, PartitionOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/approvals",
      load: () => import("./InboxPage"),
      entry: { application: "workplace", label: entryWords.approvals, icon: <AuditOutlined /> },
    },
    {
      path: "/settings/approvals",
      load: () => import("./TemplatesPage"),
      entry: {
        application: "settings",
        part: "rules",
        label: entryWords.templates,
        icon: <PartitionOutlined />,
        visible: session => session.user.administrator,
      },
    },
  ],
};

export default feature;
