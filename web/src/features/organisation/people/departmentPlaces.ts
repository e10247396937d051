import type { Department } from "~/kernel/api/contract";

/** A department and all below it. */
function withBelow(all: Department[], department: Department): Department[] {
  return [
    department,
    ...all.filter(other => other.parent === department.id).flatMap(other => withBelow(all, other)),
  ];
}

/** How many people work in a department or below it. */
export function headcount(all: Department[], department: Department): number {
  return withBelow(all, department).reduce((sum, { members }) => sum + members, 0);
}

/** Somewhere else, and not within itself. */
export function mayMove(all: Department[], department: Department, to: Department | null): boolean {
  if (to === null) return department.parent !== null;
  return department.parent !== to.id && !withBelow(all, department).some(({ id }) => id === to.id);
}
