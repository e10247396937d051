import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [
    { path: "/sign-in", signedIn: false, load: () => import("./SignInPage") },
    { path: "/setup", signedIn: false, load: () => import("./SetUpPage") },
  ],
};

export default feature;
