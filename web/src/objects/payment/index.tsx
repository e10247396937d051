import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const MatchesEditor = lazy(() => import("./MatchesEditor"));
const MatchesTab = lazy(() => import("./MatchesTab"));

/** What a payment settles is chosen among what is owed. */
const payment: Overrides = {
  lines: {
    Editor: props => (
      <Suspense>
        <MatchesEditor {...props} />
      </Suspense>
    ),
    Tab: props => (
      <Suspense>
        <MatchesTab {...props} />
      </Suspense>
    ),
  },
};

export default payment;
