interface Props {
  /** 0 to 100. */
  value: number;
  color?: string;
}

/** A score as a bar; the number itself stands beside it. */
export function Gauge({ value, color }: Props) {
  return (
    <span className="portrait-gauge" aria-hidden>
      <span style={{ inlineSize: `${Math.max(0, Math.min(100, value))}%`, background: color }} />
    </span>
  );
}
