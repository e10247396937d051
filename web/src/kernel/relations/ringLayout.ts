import type { RelationEdge, RelationNode } from "~/kernel/api/contract";
import { stepsFrom } from "./network";

export interface Place {
  x: number;
  y: number;
}

/** Room for one node, so that none covers another. */
export const NODE = { width: 176, height: 54 };
const GAP = 26;
const RING = 190;

/**
 * The first node in the middle, the others on rings by their steps from it; whoever hangs on the same node stands
 * together, and every branch has as much of the circle as it has leaves.
 */
export function ringLayout(nodes: RelationNode[], edges: RelationEdge[]): Map<string, Place> {
  const places = new Map<string, Place>();
  const centre = nodes[0];
  if (!centre) return places;
  const before = stepsFrom(centre.key, edges);
  const children = new Map<string, string[]>();
  const rings: string[][] = [];
  const depth = new Map<string, number>([[centre.key, 0]]);
  for (const [key, above] of before) {
    if (above === null) continue;
    children.set(above, [...(children.get(above) ?? []), key]);
    const step = (depth.get(above) ?? 0) + 1;
    depth.set(key, step);
    rings[step] = [...(rings[step] ?? []), key];
  }
  const leaves = leavesOf(centre.key, children);
  const radius = radiiOf(rings);
  const spread = (key: string, from: number, to: number) => {
    const middle = (from + to) / 2;
    const r = radius[depth.get(key) ?? 0] ?? 0;
    places.set(key, { x: Math.cos(middle) * r * WIDE, y: Math.sin(middle) * r });
    let at = from;
    for (const child of children.get(key) ?? []) {
      const share = ((to - from) * (leaves.get(child) ?? 1)) / (leaves.get(key) ?? 1);
      spread(child, at, at + share);
      at += share;
    }
  };
  spread(centre.key, -Math.PI / 2, (3 * Math.PI) / 2);
  return places;
}

/** Screens are wider than high. */
const WIDE = 1.5;

function leavesOf(root: string, children: Map<string, string[]>): Map<string, number> {
  const leaves = new Map<string, number>();
  const count = (key: string): number => {
    const own = children.get(key) ?? [];
    const sum = own.length === 0 ? 1 : own.reduce((all, child) => all + count(child), 0);
    leaves.set(key, sum);
    return sum;
  };
  count(root);
  return leaves;
}

/** Each ring far enough out for the nodes on it, were they spread evenly, and outside the one before. */
function radiiOf(rings: string[][]): number[] {
  const radii = [0];
  for (let step = 1; step < rings.length; step++) {
    const needed = ((rings[step]?.length ?? 0) * (NODE.height + GAP)) / 2 / Math.PI;
    radii[step] = Math.max((radii[step - 1] ?? 0) + RING, needed * 1.4);
  }
  return radii;
}
