import type { Filter } from "~/kernel/api/contract";

/** One of several ways that go from a node. */
export interface TreeWay<N> {
  name: string;
  condition: Filter | null;
  nodes: N[];
}

/** A node of a flow that is drawn: approvals and automations have their own kinds. */
export interface TreeNode<N> {
  id: string;
  kind: string;
  name: string;
  ways?: TreeWay<N>[];
}

/** A list of nodes: the flow's own, or that of a way of a node. */
export interface Place {
  node: string | null;
  way: number;
}

export const TOP: Place = { node: null, way: 0 };

export function newWay<N>(): TreeWay<N> {
  return { name: "", condition: null, nodes: [] };
}

export function everyNode<N extends TreeNode<N>>(nodes: N[]): N[] {
  return nodes.flatMap(node => [node, ...(node.ways ?? []).flatMap(way => everyNode(way.nodes))]);
}

export function findNode<N extends TreeNode<N>>(nodes: N[], id: string): N | undefined {
  return everyNode(nodes).find(node => node.id === id);
}

export function freeId<N extends TreeNode<N>>(nodes: N[]): string {
  const used = new Set(everyNode(nodes).map(node => node.id));
  let number = used.size + 1;
  while (used.has(`n${number}`)) number++;
  return `n${number}`;
}

function withWays<N extends TreeNode<N>>(node: N, change: (way: TreeWay<N>, at: number) => TreeWay<N>): N {
  return node.ways ? { ...node, ways: node.ways.map(change) } : node;
}

/** The nodes with one list among them replaced. */
function inList<N extends TreeNode<N>>(nodes: N[], place: Place, change: (list: N[]) => N[]): N[] {
  if (place.node === null) return change(nodes);
  return nodes.map(node =>
    withWays(node, (way, at) => ({
      ...way,
      nodes:
        node.id === place.node && at === place.way ? change(way.nodes) : inList(way.nodes, place, change),
    })),
  );
}

export function inserted<N extends TreeNode<N>>(nodes: N[], place: Place, at: number, node: N): N[] {
  return inList(nodes, place, list => [...list.slice(0, at), node, ...list.slice(at)]);
}

export function removed<N extends TreeNode<N>>(nodes: N[], id: string): N[] {
  return nodes
    .filter(node => node.id !== id)
    .map(node => withWays(node, way => ({ ...way, nodes: removed(way.nodes, id) })));
}

export function changed<N extends TreeNode<N>>(nodes: N[], id: string, change: (node: N) => N): N[] {
  return nodes.map(node =>
    node.id === id
      ? change(node)
      : withWays(node, way => ({ ...way, nodes: changed(way.nodes, id, change) })),
  );
}

/** Where a node stands. */
export function placeOf<N extends TreeNode<N>>(
  nodes: N[],
  id: string,
  place = TOP,
): { place: Place; at: number } | null {
  const at = nodes.findIndex(node => node.id === id);
  if (at >= 0) return { place, at };
  for (const node of nodes) {
    for (const [way, { nodes: inner }] of (node.ways ?? []).entries()) {
      const found = placeOf(inner, id, { node: node.id, way });
      if (found) return found;
    }
  }
  return null;
}

/** A node at another place; nothing happens where that lies within the node itself. */
export function moved<N extends TreeNode<N>>(nodes: N[], id: string, to: Place, at: number): N[] {
  const node = findNode(nodes, id);
  const from = placeOf(nodes, id);
  if (!node || !from) return nodes;
  if (to.node !== null && everyNode([node]).some(each => each.id === to.node)) return nodes;
  const same = from.place.node === to.node && from.place.way === to.way;
  const target = same && from.at < at ? at - 1 : at;
  return inserted(removed(nodes, id), to, target, node);
}

export function listAt<N extends TreeNode<N>>(nodes: N[], place: Place): N[] {
  if (place.node === null) return nodes;
  return findNode(nodes, place.node)?.ways?.[place.way]?.nodes ?? [];
}

/** What is wrong, by the id of its node; a way's faults stand at the node it belongs to. */
export function faultsByNode<N extends TreeNode<N>>(
  nodes: N[],
  errors: Record<string, string>,
): Map<string, string> {
  const faults = new Map<string, string>();
  for (const [path, error] of Object.entries(errors)) {
    let list = nodes;
    let last: N | undefined;
    for (const [, nodeAt, wayAt] of path.matchAll(/nodes\[(\d+)\](?:\.ways\[(\d+)\])?/g)) {
      last = list[Number(nodeAt)] ?? last;
      list = wayAt ? (last?.ways?.[Number(wayAt)]?.nodes ?? []) : [];
    }
    if (last && !faults.has(last.id)) faults.set(last.id, error);
  }
  return faults;
}
