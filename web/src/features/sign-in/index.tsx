import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [
    { path: "/sign-in", signedIn: false, load: () => import("./SignInPage") },
    { path: "/setup", signedIn: false, load: () => import("./SetUpPage") },
    { path: "/invitation", signedIn: false, load: () => import("./InvitationPage") },
  ],
};

export default feature;
