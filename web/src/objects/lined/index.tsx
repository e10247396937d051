import { lazy, Suspense } from "react";
import type { Overrides } from "~/kernel/overrides/overrides";

const LinesEditor = lazy(() => import("./LinesEditor"));
const LinesTab = lazy(() => import("./LinesTab"));

/** How documents with lines show and edit them, whatever they are: quotes, orders, contracts. */
const lined: Overrides = {
  lines: {
    Editor: props => (
      <Suspense>
        <LinesEditor {...props} />
      </Suspense>
    ),
    Tab: props => (
      <Suspense>
        <LinesTab {...props} />
      </Suspense>
    ),
  },
};

export default lined;
