import { TreeSelect } from "antd";
import { useMemo } from "react";
import type { FilterProps } from "../kind";
import { asList, takesList } from "../parts/operators";
import { optionTree } from "./tree";

export function TreeChoiceFilter({ field, id, operator, value, onChange }: FilterProps) {
  const several = takesList(operator);
  const tree = useMemo(() => optionTree(field.options ?? []), [field]);
  const held = asList<string>(value);
  return (
    <TreeSelect
      id={id}
      multiple={several}
      value={several ? held : held[0]}
      treeData={tree}
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={(next?: string | string[]) => onChange(next ?? null)}
    />
  );
}
