import { Segmented } from "antd";
import { useSay } from "~/kernel/i18n/language";
import type { FilterProps } from "../kind";
import { fieldWords } from "../messages";

export function BooleanFilter({ field, value, onChange }: FilterProps) {
  const say = useSay(fieldWords);
  return (
    <Segmented
      aria-label={field.label}
      value={value === false ? "no" : "yes"}
      options={[
        { value: "yes", label: say("yes") },
        { value: "no", label: say("no") },
      ]}
      onChange={next => onChange(next === "yes")}
    />
  );
}
