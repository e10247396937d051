import { Select } from "antd";
import type { Forecast } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { forecastWords } from "./messages";

interface Props {
  lines: Forecast["lines"];
  /** The department looked at; absent for everybody. */
  of: string | undefined;
  label: string;
  onChange: (of: string | null) => void;
}

/** Everybody one sees, or one of the departments; nothing for whoever sees none. */
export function Whose({ lines, of, label, onChange }: Props) {
  const say = useSay(forecastWords);
  const departments = lines.filter(({ standing }) => standing.kind === "department");
  if (departments.length === 0) return null;
  return (
    <Select
      aria-label={label}
      value={of ?? ""}
      options={[
        { value: "", label: say("everybody") },
        ...departments.map(({ standing }) => ({
          value: String(standing.id),
          label: `${"\u2003".repeat(standing.depth)}${standing.label}`,
        })),
      ]}
      onChange={next => onChange(next || null)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 152 }}
    />
  );
}
