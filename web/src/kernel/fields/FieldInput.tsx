import { lazy, Suspense } from "react";
import type { InputProps } from "./kind";

const KindInput = lazy(async () => ({ default: (await import("./editors")).KindInput }));

/** Any value of any field, to type. */
export function FieldInput(props: InputProps<unknown>) {
  return (
    <Suspense fallback={<span className="field-waiting" />}>
      <KindInput {...props} />
    </Suspense>
  );
}
