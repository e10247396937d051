import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [{ path: "/profile", load: () => import("./ProfilePage") }],
};

export default feature;
