import { Input } from "antd";
import { useState } from "react";
import type { Field } from "~/kernel/api/contract";
import { groupDigits, parseDecimal, roundDecimal } from "~/kernel/text/decimals";
import type { InputProps } from "../kind";

type Props = Omit<InputProps<string>, "object"> & { suffix?: string; scale?: number };

/**
 * Takes numbers as people type them, full-width, grouped or in 万. What is no number stays as typed, so that
 * the server's refusal is about what the user sees.
 */
export function DecimalInput({ field, id, value, onChange, suffix, scale, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? display(value);

  function settle() {
    if (typed === null) return;
    setTyped(null);
    const decimal = parseDecimal(typed);
    if (decimal !== undefined && scale !== undefined) onChange(roundDecimal(decimal, scale));
  }

  return (
    <Input
      id={id}
      inputMode="decimal"
      className="number-input"
      value={shown}
      suffix={suffix ?? field.unit ?? undefined}
      variant={rest.inCell ? "borderless" : undefined}
      autoFocus={rest.autoFocus}
      status={rest.invalid ? "error" : undefined}
      aria-describedby={rest.describedBy}
      aria-invalid={rest.invalid}
      aria-required={field.required}
      aria-label={labelInCell(field, rest.inCell)}
      autoComplete="off"
      onFocus={event => event.target.select()}
      onChange={event => {
        setTyped(event.target.value);
        onChange(
          event.target.value.trim() === "" ? null : (parseDecimal(event.target.value) ?? event.target.value),
        );
      }}
      onBlur={settle}
    />
  );
}

function display(value: string | null): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return parseDecimal(text) === undefined ? text : groupDigits(text);
}

/** In a list cell there is no label beside the input. */
export function labelInCell(field: Field, inCell: boolean | undefined): string | undefined {
  return inCell ? field.label : undefined;
}
