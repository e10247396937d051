import type { RelationEdge, RelationNode, Surroundings } from "~/kernel/api/contract";

/** One more ring of the network laid over what is on the screen already. */
export function merged(known: Surroundings, added: Surroundings): Surroundings {
  const nodes = new Map(known.nodes.map(node => [node.key, node]));
  const from = nodes.get(added.nodes[0]?.key ?? "")?.distance ?? 0;
  for (const node of added.nodes) {
    if (!nodes.has(node.key)) nodes.set(node.key, { ...node, distance: from + (node.distance ?? 0) });
  }
  const edges = new Map([...known.edges, ...added.edges].map(edge => [edge.key, edge]));
  return { nodes: [...nodes.values()], edges: [...edges.values()], more: known.more || added.more };
}

export interface EdgeKind {
  kind: string;
  label: string;
  count: number;
}

/** The kinds of tie there are, the most frequent first. */
export function kindsOf(edges: RelationEdge[]): EdgeKind[] {
  const kinds = new Map<string, EdgeKind>();
  for (const { kind, label } of edges) {
    const known = kinds.get(kind) ?? { kind, label, count: 0 };
    kinds.set(kind, { ...known, count: known.count + 1 });
  }
  return [...kinds.values()].sort((a, b) => b.count - a.count || a.kind.localeCompare(b.kind));
}

/** What is left when some kinds of tie are hidden: only what still hangs together with the first node. */
export function without(network: Surroundings, hidden: ReadonlySet<string>): Surroundings {
  const edges = network.edges.filter(edge => !hidden.has(edge.kind));
  const reached = new Set(stepsFrom(network.nodes[0]?.key, edges).keys());
  return {
    ...network,
    nodes: network.nodes.filter(node => reached.has(node.key)),
    edges: edges.filter(edge => reached.has(edge.from) && reached.has(edge.to)),
  };
}

/** Every node that can be reached, nearest first, and the one before it on the way. */
export function stepsFrom(start: string | undefined, edges: RelationEdge[]): Map<string, string | null> {
  const steps = new Map<string, string | null>();
  if (start === undefined) return steps;
  const beside = new Map<string, string[]>();
  const join = (one: string, other: string) => {
    const list = beside.get(one);
    if (list) list.push(other);
    else beside.set(one, [other]);
  };
  for (const edge of edges) {
    join(edge.from, edge.to);
    join(edge.to, edge.from);
  }
  steps.set(start, null);
  const queue = [start];
  for (const at of queue) {
    for (const next of beside.get(at) ?? []) {
      if (steps.has(next)) continue;
      steps.set(next, at);
      queue.push(next);
    }
  }
  return steps;
}

/** One tie as seen from one of its ends. */
export interface Tie {
  edge: RelationEdge;
  other: RelationNode;
  /** What the other is to this one; nothing where only the opposite is known. */
  word: string | null;
  /** What this one is to the other. */
  back: string | null;
}

/** The ties of one node, those that last before those that ended. */
export function tiesOf(network: Surroundings, key: string): Tie[] {
  const nodes = new Map(network.nodes.map(node => [node.key, node]));
  return network.edges
    .flatMap(edge => {
      const away = edge.from === key ? edge.to : edge.to === key ? edge.from : null;
      const other = away === null ? undefined : nodes.get(away);
      return other ? [{ edge, other, ...wordsOf(edge, key) }] : [];
    })
    .sort((a, b) => Number(a.edge.until !== null) - Number(b.edge.until !== null));
}

/** How a tie reads from one end. */
export function wordsOf(edge: RelationEdge, from: string): { word: string | null; back: string | null } {
  return edge.from === from
    ? { word: edge.name, back: edge.inverse }
    : { word: edge.inverse, back: edge.name };
}
