import { named } from "~/kernel/text/pinyin";
import type { Row } from "./plan";

/** The rows of a department with all below it, or of everybody, whose name fits what is typed, also by its initials. */
export function shownOf(rows: Row[], department: string, typed: string): Row[] {
  const within = department ? treeOf(rows, Number(department)) : rows;
  return typed.trim() ? within.filter(row => named(row.label, typed.trim())) : within;
}

/** A department stands before all that lies in it. */
function treeOf(rows: Row[], department: number): Row[] {
  const from = rows.findIndex(row => row.kind === "department" && row.id === department);
  const top = rows[from];
  if (!top) return [];
  const end = rows.findIndex((row, at) => at > from && row.depth <= top.depth);
  return rows.slice(from, end < 0 ? undefined : end);
}
