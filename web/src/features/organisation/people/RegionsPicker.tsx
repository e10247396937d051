import { TreeSelect } from "antd";
import { useMemo } from "react";
import type { RegionNode } from "~/kernel/api/contract";
import { frame, type PickerProps } from "~/kernel/pickers/picker";
import { useRegions } from "~/kernel/regions/regions";

interface Node {
  value: string;
  title: string;
  path: string;
  children: Node[];
}

interface Props extends PickerProps {
  value: string[];
  onChange: (codes: string[]) => void;
}

/** Several provinces, cities or districts; one stands for all that lies in it. */
export function RegionsPicker({ value, onChange, ...rest }: Props) {
  const regions = useRegions();
  const tree = useMemo(() => (regions?.tree ?? []).map(node => branch(node, "")), [regions]);
  return (
    <TreeSelect<string[]>
      {...frame(rest)}
      multiple
      allowClear
      value={value}
      treeData={tree}
      showSearch={{ treeNodeFilterProp: "path" }}
      onChange={codes => onChange(codes)}
    />
  );
}

function branch([value, title, children = []]: RegionNode, above: string): Node {
  const path = `${above} ${title}`;
  return { value, title, path, children: children.map(child => branch(child, path)) };
}
