import type { CellProps } from "../kind";
import { optionPath } from "./tree";

export function TreeChoiceCell({ field, value }: CellProps<string>) {
  const path = optionPath(field, value);
  return <span title={path}>{path}</span>;
}
