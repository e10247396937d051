import type { ReactNode } from "react";

interface RangeProps {
  id: string;
  value: unknown;
  onChange: (value: unknown[]) => void;
  one: (id: string, value: unknown, set: (value: unknown) => void) => ReactNode;
}

/** Two inputs for `between`. */
export function Range({ id, value, onChange, one }: RangeProps) {
  const [from = null, to = null] = Array.isArray(value) ? value : [];
  return (
    <span style={{ display: "flex", alignItems: "center", gap: 4 }}>
      {one(id, from, next => onChange([next, to]))}
      <span aria-hidden="true">–</span>
      {one(`${id}-to`, to, next => onChange([from, next]))}
    </span>
  );
}
