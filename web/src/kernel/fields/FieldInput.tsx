import { lazy, Suspense, useState } from "react";
import type { InputProps } from "./kind";

const KindInput = lazy(async () => ({ default: (await import("./editors")).KindInput }));

/** Any value of any field, to type. */
export function FieldInput(props: InputProps<unknown>) {
  return (
    <Suspense fallback={<span className="field-waiting" />}>
      {props.autoFocus ? <Focused {...props} /> : <KindInput {...props} />}
    </Suspense>
  );
}

/** Editors arrive one after the other: who has begun in another field meanwhile keeps the focus there. */
function Focused(props: InputProps<unknown>) {
  const [autoFocus] = useState(() => !hasBegunElsewhere(props.id));
  return <KindInput {...props} autoFocus={autoFocus} />;
}

function hasBegunElsewhere(id: string): boolean {
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label?.closest("form")?.contains(document.activeElement) ?? false;
}
