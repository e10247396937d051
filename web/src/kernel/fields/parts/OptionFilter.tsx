import { Select } from "antd";
import type { FilterProps } from "../kind";
import { choosable } from "./OptionSelect";
import { asList, takesList } from "./operators";

export function OptionFilter({ field, id, operator, value, onChange }: FilterProps) {
  const several = takesList(operator);
  const held = asList<string>(value);
  return (
    <Select
      id={id}
      mode={several ? "multiple" : undefined}
      value={several ? held : held[0]}
      options={choosable(field, held)}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={(next: string | string[] | undefined) => onChange(next ?? null)}
    />
  );
}
