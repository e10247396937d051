import { useState } from "react";
import { groupDigits } from "~/kernel/text/decimals";

interface Props {
  /** Its row and column, for the keys that move. */
  at: string;
  label: string;
  text: string;
  fault: string;
  editable: boolean;
  /** Says what was typed only when one leaves: a sum that is typed is spread once, not digit by digit. */
  late: boolean;
  onType: (text: string) => void;
}

/** One figure: grouped to be read, plain while it is typed. */
export function PlanCell({ at, label, text, fault, editable, late, onType }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  if (!editable) return <span className="plan-figure number">{grouped(text)}</span>;
  return (
    <>
      <input
        className="plan-input number"
        data-at={at}
        aria-label={label}
        aria-invalid={fault !== ""}
        title={fault || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? grouped(text)}
        onFocus={event => {
          setTyped(text);
          const input = event.currentTarget;
          requestAnimationFrame(() => input.select());
        }}
        onChange={event => {
          setTyped(event.target.value);
          if (!late) onType(event.target.value);
        }}
        onKeyDown={event => {
          if (event.key === "Escape" && late) {
            setTyped(text);
          }
        }}
        onBlur={() => {
          if (late && typed !== null && typed !== text) onType(typed);
          setTyped(null);
        }}
      />
      {fault && <span className="plan-fault">{fault}</span>}
    </>
  );
}

function grouped(text: string): string {
  return /^\d+(\.\d+)?$/.test(text) ? groupDigits(text) : text;
}
