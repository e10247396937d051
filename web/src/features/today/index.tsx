import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [{ path: "/", load: () => import("./TodayPage") }],
};

export default feature;
