import { TreeSelect } from "antd";
import { departmentTree, useDepartments } from "~/kernel/people/people";
import type { FilterProps } from "../kind";
import { asList, takesList } from "../parts/operators";

export function DepartmentFilter({ id, operator, value, onChange }: FilterProps) {
  const departments = useDepartments();
  const several = takesList(operator);
  const held = asList<number>(value);
  return (
    <TreeSelect
      id={id}
      multiple={several}
      value={several ? held : held[0]}
      treeData={departmentTree(departments.data?.items ?? [])}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={(next?: number | number[]) => onChange(next ?? null)}
    />
  );
}
