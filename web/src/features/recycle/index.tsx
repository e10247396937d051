import type { Feature } from "~/kernel/features";

const recycle: Feature = {
  pages: [{ path: "/recycle/$object", load: () => import("./RecyclePage") }],
};

export default recycle;
