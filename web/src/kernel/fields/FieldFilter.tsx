import { lazy, Suspense } from "react";
import type { FilterProps } from "./kind";

const KindFilter = lazy(async () => ({ default: (await import("./editors")).KindFilter }));

/** The right side of any filter condition; operators such as `empty` need none. */
export function FieldFilter(props: FilterProps) {
  if (props.operator === "empty" || props.operator === "notEmpty") return null;
  return (
    <Suspense fallback={<span className="field-waiting" />}>
      <KindFilter {...props} />
    </Suspense>
  );
}
