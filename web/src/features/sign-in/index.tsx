import type { Feature } from "~/kernel/features";

const feature: Feature = {
  pages: [
    { path: "/sign-in", signedIn: false, load: () => import("./SignInPage") },
    { path: "/setup", signedIn: false, load: () => import("./SetUpPage") },
    { path: "/forgotten", signedIn: false, load: () => import("./ForgottenPage") },
    { path: "/invitation", signedIn: false, load: () => import("./InvitationPage") },
  ],
};

export default feature;
