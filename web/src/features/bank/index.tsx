import { BankOutlined } from "@ant-design/icons";
import type { Feature } from "~/kernel/features";
import { entryWords } from "./entries";

const feature: Feature = {
  pages: [
    {
      path: "/bank",
      load: () => import("./BankPage"),
      entry: { application: "sales", label: entryWords.title, icon: <BankOutlined /> },
    },
  ],
};

export default feature;
