import type { Field, Option } from "~/kernel/api/contract";

export interface OptionNode {
  value: string;
  title: string;
  children: OptionNode[];
}

/** The options under one another; an option whose parent is missing stands at the top. */
export function optionTree(options: Option[]): OptionNode[] {
  const nodes = new Map<string, OptionNode>(
    options.map(option => [option.value, { value: option.value, title: option.label, children: [] }]),
  );
  const roots: OptionNode[] = [];
  for (const option of options) {
    const node = nodes.get(option.value) as OptionNode;
    const parent = option.parent ? nodes.get(option.parent) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}

/** `汽车` below `制造业` reads `制造业 / 汽车`. */
export function optionPath(field: Field, value: string): string {
  const path: string[] = [];
  const seen = new Set<string>();
  let at = field.options?.find(option => option.value === value);
  while (at && !seen.has(at.value)) {
    seen.add(at.value);
    path.unshift(at.label);
    const { parent } = at;
    at = parent ? field.options?.find(option => option.value === parent) : undefined;
  }
  return path.join(" / ") || value;
}
