import type { ReactNode } from "react";
import type { TreeNode } from "./tree";

/** How the ways of a node are taken: the first that fits, side by side, or by what has happened. */
export type Dividing = "first" | "together" | "outcome";

/** What a kind of flow knows of its nodes. */
export interface NodeKinds<N extends TreeNode<N>> {
  /** In the order in which they are offered. */
  offered: readonly string[];
  icon: (kind: string) => ReactNode;
  label: (kind: string) => string;
  /** What a node does, as one reads it aloud. */
  describe: (node: N) => ReactNode;
  create: (kind: string, nodes: N[]) => N;
  dividing: (node: N) => Dividing;
  /** What an outcome is called. */
  outcome?: (node: N, way: number) => string;
  /** What there is to say about a node besides, e.g. how many stand there. */
  aside?: (node: N) => ReactNode;
}
