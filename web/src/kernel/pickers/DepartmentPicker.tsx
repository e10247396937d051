import { TreeSelect } from "antd";
import type { Labelled } from "~/kernel/api/contract";
import { departmentTree, useDepartments } from "~/kernel/people/people";
import { frame, type PickerProps } from "./picker";

interface Props extends PickerProps {
  value: Labelled | null;
  onChange: (department: Labelled | null) => void;
}

export function DepartmentPicker({ value, onChange, ...rest }: Props) {
  const departments = useDepartments();
  return (
    <TreeSelect
      {...frame(rest)}
      value={value ? { value: value.id, label: value.label } : undefined}
      labelInValue
      allowClear={!rest.required}
      treeData={departmentTree(departments.data?.items ?? [])}
      treeDefaultExpandAll
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      onChange={(next?: { value: number; label?: unknown }) =>
        onChange(next ? { id: next.value, label: String(next.label ?? "") } : null)
      }
    />
  );
}
