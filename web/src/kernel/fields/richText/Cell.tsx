import type { CellProps } from "../kind";
import { plainWords } from "./html";

export function RichTextCell({ value }: CellProps<string>) {
  const words = plainWords(value);
  return <span title={words}>{words}</span>;
}
