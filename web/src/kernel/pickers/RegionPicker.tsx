import { Cascader } from "antd";
import { useMemo } from "react";
import type { RegionNode } from "~/kernel/api/contract";
import { Regions, useRegions } from "~/kernel/regions/regions";
import { frame, type PickerProps } from "./picker";

interface Choice {
  value: string;
  label: string;
  children?: Choice[];
}

interface Props extends PickerProps {
  value: string | null;
  onChange: (code: string | null) => void;
}

/** Province, city, district; any level may be chosen, and typing finds across all of them. */
export function RegionPicker({ value, onChange, ...rest }: Props) {
  const regions = useRegions();
  const choices = useMemo(() => (regions?.tree ?? []).map(choice), [regions]);
  return (
    <Cascader<Choice>
      {...frame(rest)}
      options={choices}
      value={value ? Regions.codesTo(value) : undefined}
      displayRender={labels => (value && regions ? regions.label(value) : labels.join(" / "))}
      changeOnSelect
      allowClear={!rest.required}
      placeholder=""
      showSearch={{
        limit: 30,
        filter: (typed, path) =>
          path
            .map(part => part.label)
            .join("")
            .includes(typed.trim()),
      }}
      onChange={codes => onChange((codes as string[] | undefined)?.at(-1) ?? null)}
    />
  );
}

function choice([value, label, children]: RegionNode): Choice {
  return children?.length ? { value, label, children: children.map(choice) } : { value, label };
}
