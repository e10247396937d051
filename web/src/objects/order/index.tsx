import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const DeliverDialog = lazy(() => import("./DeliverDialog"));

/** An order is delivered by a form that is filled in with all that is open. */
const order: Overrides = {
  commands: {
    deliver: props => (
      <Suspense>
        <DeliverDialog {...props} />
      </Suspense>
    ),
  },
};

export default order;
