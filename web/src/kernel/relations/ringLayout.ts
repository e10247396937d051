import type { RelationEdge, RelationNode } from "~/kernel/api/contract";
import { stepsFrom } from "./network";

export interface Place {
  x: number;
  y: number;
}

/** Room for one node, so that none covers another. */
export const NODE = { width: 176, height: 54 };
/** Between one ring and the next, between the rows of one ring, and along a row. */
const RING = 190;
const ROW = 84;
const ALONG = 130;
/** Screens are wider than high. */
export const WIDE = 1.5;

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
    const r = radius.get(key) ?? 0;
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

/**
 * How far out each node stands. A ring that is too full for one row has several, and each row takes its share of the
 * nodes in turn, so that neighbours stand in different rows.
 */
function radiiOf(rings: string[][]): Map<string, number> {
  const radii = new Map<string, number>();
  let inner = RING;
  for (const ring of rings) {
    if (!ring) continue;
    const rows = rowsOf(ring.length, inner);
    const room = rows.reduce((sum, row) => sum + row, 0);
    const due = rows.map(() => 0);
    for (const key of ring) {
      rows.forEach((row, at) => {
        due[at] = (due[at] ?? 0) + row / room;
      });
      const next = due.indexOf(Math.max(...due));
      due[next] = (due[next] ?? 0) - 1;
      radii.set(key, inner + next * ROW);
    }
    inner += (rows.length - 1) * ROW + RING;
  }
  return radii;
}

/** How many nodes each row of a ring holds, until there is room for all. */
function rowsOf(count: number, inner: number): number[] {
  const rows: number[] = [];
  for (let left = count; left > 0; ) {
    const row = (2 * Math.PI * (inner + rows.length * ROW)) / ALONG;
    rows.push(row);
    left -= row;
  }
  return rows;
}
