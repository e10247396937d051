import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const PlanDialog = lazy(() => import("./PlanDialog"));

/** What is paid by terms, whatever it is: contracts, orders. */
const billed: Overrides = {
  commands: {
    plan: props => (
      <Suspense>
        <PlanDialog {...props} />
      </Suspense>
    ),
  },
};

export default billed;
