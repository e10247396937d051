import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const PartsEditor = lazy(() => import("./PartsEditor"));
const PartsTab = lazy(() => import("./PartsTab"));

/** What a delivery contains is chosen among what is open of its order. */
const delivery: Overrides = {
  lines: {
    Editor: props => (
      <Suspense>
        <PartsEditor {...props} />
      </Suspense>
    ),
    Tab: props => (
      <Suspense>
        <PartsTab {...props} />
      </Suspense>
    ),
  },
};

export default delivery;
