import type { FieldRule, Filter, Grant, Mask, Role, Scope, Verb } from "~/kernel/api/contract";

export const EVERY_OBJECT = "*";

export const VERBS: Verb[] = ["read", "create", "edit", "delete", "import", "export", "transfer"];

/** What can be chosen in the matrix, from narrow to wide. */
export const SCOPES: Scope[] = [
  "own",
  "subordinates",
  "department",
  "departmentTree",
  "departments",
  "region",
  "all",
  "filter",
];

/** Scopes that need more said about one cell, and so cannot be given to many at once. */
export function isDetailed(scope: Scope): boolean {
  return scope === "departments" || scope === "filter";
}

export type RoleDraft = Pick<Role, "name" | "administrator" | "grants" | "fields" | "commands" | "pages">;

export const emptyRole: RoleDraft = {
  name: "",
  administrator: false,
  grants: [],
  fields: [],
  commands: [],
  pages: [],
};

export function draftOf({ name, administrator, grants, fields, commands, pages }: Role): RoleDraft {
  return { name, administrator, grants, fields, commands, pages };
}

export function isSame(one: RoleDraft, other: RoleDraft): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function grantOn(grants: Grant[], object: string, verb: Verb): Grant | undefined {
  return grants.find(grant => grant.object === object && grant.verb === verb);
}

/** The grants with one cell of the matrix set anew; `null` takes the right away. */
export function withScope(grants: Grant[], object: string, verb: Verb, scope: Scope | null): Grant[] {
  const others = grants.filter(grant => grant.object !== object || grant.verb !== verb);
  if (scope === null) return others;
  const before = grantOn(grants, object, verb);
  const kept = before?.scope === scope ? before : { object, verb, scope };
  return [...others, scope === "departments" ? { ...kept, departments: kept.departments ?? [] } : kept];
}

/** The grants with the departments of one cell set anew. */
export function withDepartments(grants: Grant[], at: Grant, departments: number[]): Grant[] {
  return grants.map(grant => (grant === at ? { ...grant, departments } : grant));
}

/** The grants with the filter of one cell set anew. */
export function withFilter(grants: Grant[], at: Grant, filter: Filter | null): Grant[] {
  return grants.map(each => (each === at ? { ...each, filter: filter ?? undefined } : each));
}

/** Cells whose scope still lacks its departments or its filter. */
export function unfinished(grants: Grant[]): Grant[] {
  return grants.filter(
    ({ scope, departments, filter }) =>
      (scope === "departments" && !departments?.length) || (scope === "filter" && !filter),
  );
}

/** The one scope of a verb on all these objects, `null` for none at all, `undefined` where they differ. */
export function columnScope(grants: Grant[], objects: string[], verb: Verb): Scope | null | undefined {
  const scopes = new Set(objects.map(object => grantOn(grants, object, verb)?.scope ?? null));
  return scopes.size === 1 ? [...scopes][0] : undefined;
}

export function withColumn(grants: Grant[], objects: string[], verb: Verb, scope: Scope | null): Grant[] {
  return objects.reduce((changed, object) => withScope(changed, object, verb, scope), grants);
}

/** The one scope of all verbs on an object, `null` for none at all, `undefined` where they differ. */
export function rowScope(grants: Grant[], object: string): Scope | null | undefined {
  const scopes = new Set(VERBS.map(verb => grantOn(grants, object, verb)?.scope ?? null));
  return scopes.size === 1 ? [...scopes][0] : undefined;
}

export function withRow(grants: Grant[], object: string, scope: Scope | null): Grant[] {
  return VERBS.reduce((changed, verb) => withScope(changed, object, verb, scope), grants);
}

export function rightOn(
  fields: Role["fields"],
  object: string,
  field: string,
): Role["fields"][number]["right"] {
  return fields.find(rule => rule.object === object && rule.field === field)?.right ?? "edit";
}

/** The field rules with one set anew; what may be edited needs no rule. */
export function withRight(
  fields: Role["fields"],
  object: string,
  field: string,
  right: Role["fields"][number]["right"],
): Role["fields"] {
  const others = fields.filter(rule => rule.object !== object || rule.field !== field);
  return right === "edit" ? others : [...others, { object, field, right }];
}

/** The field rules with the mask of one set anew; `null` is the usual one of the field. */
export function withMask(fields: FieldRule[], object: string, field: string, mask: Mask | null): FieldRule[] {
  return fields.map(rule =>
    rule.object === object && rule.field === field ? { ...rule, mask: mask ?? undefined } : rule,
  );
}

export function withReveal(fields: FieldRule[], object: string, field: string, reveal: boolean): FieldRule[] {
  return fields.map(rule =>
    rule.object === object && rule.field === field ? { ...rule, reveal: reveal || undefined } : rule,
  );
}

/** Commands are named `customer.claim`; `customer.*` and `*` stand for many. */
export function allowsCommand(commands: string[], object: string, command: string): boolean {
  return commands.some(name => name === "*" || name === `${object}.*` || name === `${object}.${command}`);
}
