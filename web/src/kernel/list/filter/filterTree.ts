import type { Filter, Operator } from "~/kernel/api/contract";
import { isEmpty } from "~/kernel/fields/kind";

/** A filter as it is being built: nodes have keys, and a condition may still be unfinished. */
export type FilterNode = GroupNode | ConditionNode | ExistsNode;

export type GroupMode = "all" | "any" | "none";

export interface GroupNode {
  type: "group";
  key: string;
  mode: GroupMode;
  items: FilterNode[];
}

export interface ConditionNode {
  type: "condition";
  key: string;
  field: string;
  op: Operator;
  value: unknown;
}

/** "Has contacts where …", or with `negated` "has no contacts where …". */
export interface ExistsNode {
  type: "exists";
  key: string;
  relation: string;
  negated: boolean;
  where: GroupNode;
}

let made = 0;
const newKey = () => `n${++made}`;

export function newGroup(mode: GroupMode = "all", items: FilterNode[] = []): GroupNode {
  return { type: "group", key: newKey(), mode, items };
}

export function newCondition(field: string, op: Operator, value: unknown = null): ConditionNode {
  return { type: "condition", key: newKey(), field, op, value };
}

export function newExists(relation: string, negated = false, where = newGroup()): ExistsNode {
  return { type: "exists", key: newKey(), relation, negated, where };
}

/** The tree that the builder edits; its root is always a group. */
export function treeOf(filter: Filter | null): GroupNode {
  if (!filter) return newGroup();
  const node = nodeOf(filter);
  return node.type === "group" ? node : newGroup("all", [node]);
}

function nodeOf(filter: Filter): FilterNode {
  if ("and" in filter) return newGroup("all", filter.and.map(nodeOf));
  if ("or" in filter) return newGroup("any", filter.or.map(nodeOf));
  if ("exists" in filter) return newExists(filter.exists, false, treeOf(filter.where ?? null));
  if ("not" in filter) return negationOf(filter.not);
  return newCondition(filter.field, filter.op, filter.value ?? null);
}

function negationOf(inner: Filter): FilterNode {
  if ("exists" in inner) return newExists(inner.exists, true, treeOf(inner.where ?? null));
  return newGroup("none", "or" in inner ? inner.or.map(nodeOf) : [nodeOf(inner)]);
}

/** The filter to ask with; unfinished conditions are left out, `null` when nothing is left. */
export function filterOf(node: FilterNode): Filter | null {
  switch (node.type) {
    case "condition":
      return conditionOf(node);
    case "exists": {
      const where = filterOf(node.where);
      const exists: Filter = where ? { exists: node.relation, where } : { exists: node.relation };
      return node.negated ? { not: exists } : exists;
    }
    case "group":
      return joined(
        node.mode,
        node.items.map(filterOf).filter(item => item !== null),
      );
  }
}

function joined(mode: GroupMode, items: Filter[]): Filter | null {
  const [first] = items;
  if (!first) return null;
  const single = items.length === 1;
  switch (mode) {
    case "all":
      return single ? first : { and: items };
    case "any":
      return single ? first : { or: items };
    case "none":
      return { not: single ? first : { or: items } };
  }
}

function conditionOf({ field, op, value }: ConditionNode): Filter | null {
  if (op === "empty" || op === "notEmpty") return { field, op };
  if (op === "between") return rangeOf(field, value);
  return isEmpty(value) ? null : { field, op, value };
}

/** An open end of a range is a range to infinity. */
function rangeOf(field: string, value: unknown): Filter | null {
  const [from, to] = Array.isArray(value) ? value : [];
  if (isEmpty(from)) return isEmpty(to) ? null : { field, op: "le", value: to };
  return isEmpty(to) ? { field, op: "ge", value: from } : { field, op: "between", value: [from, to] };
}

/** A copy of the tree in which the node of that key is another, or gone. */
export function replaceNode(group: GroupNode, key: string, next: FilterNode | null): GroupNode {
  const items = group.items.flatMap((item): FilterNode[] => {
    if (item.key === key) return next ? [next] : [];
    if (item.type === "group") return [replaceNode(item, key, next)];
    if (item.type === "exists") {
      if (item.where.key === key) return next?.type === "group" ? [{ ...item, where: next }] : [item];
      return [{ ...item, where: replaceNode(item.where, key, next) }];
    }
    return [item];
  });
  return { ...group, items };
}

/** How many finished conditions a filter asks. */
export function countConditions(filter: Filter | null): number {
  if (!filter) return 0;
  if ("and" in filter) return sum(filter.and);
  if ("or" in filter) return sum(filter.or);
  if ("not" in filter) return countConditions(filter.not);
  if ("exists" in filter) return 1 + countConditions(filter.where ?? null);
  return 1;
}

function sum(filters: Filter[]): number {
  return filters.reduce((total, filter) => total + countConditions(filter), 0);
}

/** Both filters at once. */
export function allOf(...filters: (Filter | null | undefined)[]): Filter | null {
  const items = filters.flatMap(filter => (!filter ? [] : "and" in filter ? filter.and : [filter]));
  return joined("all", items);
}
