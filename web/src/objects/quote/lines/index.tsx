import { lazy, Suspense } from "react";
import type { DocumentLines } from "~/kernel/overrides/overrides";

const LinesEditor = lazy(() => import("./LinesEditor"));
const LinesTab = lazy(() => import("./LinesTab"));

/** How a document with lines shows and edits them. */
export const lines: DocumentLines = {
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
};
