import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const ItemsEditor = lazy(() => import("./ItemsEditor"));
const ItemsTab = lazy(() => import("./ItemsTab"));

/** A claim is typed item by item, each with its receipts. */
const expense: Overrides = {
  lines: {
    Editor: props => (
      <Suspense>
        <ItemsEditor {...props} />
      </Suspense>
    ),
    Tab: props => (
      <Suspense>
        <ItemsTab {...props} />
      </Suspense>
    ),
  },
};

export default expense;
