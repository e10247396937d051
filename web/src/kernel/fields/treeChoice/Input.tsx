import { TreeSelect } from "antd";
import { useMemo } from "react";
import { frame } from "~/kernel/pickers/picker";
import type { InputProps } from "../kind";
import { pickerProps } from "../parts/pickerProps";
import { optionPath, optionTree } from "./tree";

export function TreeChoiceInput(props: InputProps<string>) {
  const { field, value, onChange } = props;
  const tree = useMemo(
    () =>
      optionTree((field.options ?? []).filter(option => option.active !== false || option.value === value)),
    [field, value],
  );
  return (
    <TreeSelect
      {...frame(pickerProps(props))}
      value={value === null ? undefined : { value, label: optionPath(field, value) }}
      labelInValue
      allowClear={!field.required}
      treeData={tree}
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      onChange={(next?: { value: string; label: string }) => onChange(next?.value ?? null)}
    />
  );
}
