import { Input, Select } from "antd";
import type { FilterProps } from "../kind";

/** One text, or several for the operators that take a list. */
export function TextFilter({ id, operator, value, onChange }: FilterProps) {
  if (operator === "in" || operator === "notIn") {
    return (
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={[",", "，", ";", "；", "\n"]}
        value={Array.isArray(value) ? value : []}
        onChange={(texts: string[]) => onChange(texts)}
        style={{ width: "100%" }}
      />
    );
  }
  return (
    <Input
      id={id}
      value={typeof value === "string" ? value : ""}
      onChange={event => onChange(event.target.value)}
      allowClear
    />
  );
}
