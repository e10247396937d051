import type { Filter, Labelled } from "~/kernel/api/contract";

/** Who is asked, as the drawer edits it. */
export interface Who {
  kind: WhoKind;
  people: Labelled[];
  role: Labelled | null;
  near: boolean;
  level: number;
  until: Labelled | null;
  several: boolean;
  field: string | null;
}

export const WHO = ["superior", "superiors", "head", "role", "people", "chosen", "named", "starter"] as const;
export type WhoKind = (typeof WHO)[number];

export interface AskNode {
  kind: "ask";
  id: string;
  name: string;
  who: Who;
  mode: string;
  ratio: number;
  empty: string;
  emptyPerson: Labelled | null;
  self: string;
  backTo: string | null;
  late: { hours: number; action: string } | null;
  shows: string[];
}

export interface CopyNode {
  kind: "copy";
  id: string;
  name: string;
  who: Who;
}

export interface WayDraft {
  name: string;
  condition: Filter | null;
  nodes: NodeDraft[];
}

export interface BranchNode {
  kind: "choice" | "together";
  id: string;
  name: string;
  ways: WayDraft[];
}

export type NodeDraft = AskNode | CopyNode | BranchNode;
export type NodeKind = NodeDraft["kind"];

export interface FlowDraft {
  object: string;
  name: string;
  active: boolean;
  position: number;
  when: Filter | null;
  repeats: string;
  withdrawable: string;
  nodes: NodeDraft[];
}

/** A template as the server tells it. */
export interface Template extends Omit<FlowDraft, "nodes"> {
  id: number;
  edition: number;
  version: number;
  nodes: WireNode[];
}

/** A node as it goes over the wire. */
export interface WireNode {
  id: string;
  kind: string;
  name?: string;
  approvers?: Record<string, unknown>;
  ways?: { name?: string; condition?: Filter | null; nodes: WireNode[] }[];
  [key: string]: unknown;
}

/** A list of nodes: the flow's own, or that of a way of a node. */
export interface Place {
  node: string | null;
  way: number;
}

export const TOP: Place = { node: null, way: 0 };

const NOBODY: Who = {
  kind: "superior",
  people: [],
  role: null,
  near: false,
  level: 1,
  until: null,
  several: false,
  field: null,
};

export function everyNode(nodes: NodeDraft[]): NodeDraft[] {
  return nodes.flatMap(node => [
    node,
    ...("ways" in node ? node.ways.flatMap(way => everyNode(way.nodes)) : []),
  ]);
}

export function findNode(nodes: NodeDraft[], id: string): NodeDraft | undefined {
  return everyNode(nodes).find(node => node.id === id);
}

function freeId(nodes: NodeDraft[]): string {
  const used = new Set(everyNode(nodes).map(node => node.id));
  let number = used.size + 1;
  while (used.has(`n${number}`)) number++;
  return `n${number}`;
}

/** A new node, ready to be told who. */
export function newNode(kind: NodeKind, nodes: NodeDraft[], name: string, shows: string[]): NodeDraft {
  const id = freeId(nodes);
  if (kind === "ask") {
    return {
      kind,
      id,
      name,
      who: NOBODY,
      mode: "all",
      ratio: 60,
      empty: "administrators",
      emptyPerson: null,
      self: "superior",
      backTo: null,
      late: null,
      shows,
    };
  }
  if (kind === "copy") return { kind, id, name, who: { ...NOBODY, kind: "people" } };
  return { kind, id, name, ways: [newWay(), newWay()] };
}

export function newWay(): WayDraft {
  return { name: "", condition: null, nodes: [] };
}

/** The nodes with one list among them replaced. */
function inList(nodes: NodeDraft[], place: Place, change: (list: NodeDraft[]) => NodeDraft[]): NodeDraft[] {
  if (place.node === null) return change(nodes);
  return nodes.map(node => {
    if (!("ways" in node)) return node;
    return {
      ...node,
      ways: node.ways.map((way, at) => ({
        ...way,
        nodes:
          node.id === place.node && at === place.way ? change(way.nodes) : inList(way.nodes, place, change),
      })),
    };
  });
}

export function inserted(nodes: NodeDraft[], place: Place, at: number, node: NodeDraft): NodeDraft[] {
  return inList(nodes, place, list => [...list.slice(0, at), node, ...list.slice(at)]);
}

export function removed(nodes: NodeDraft[], id: string): NodeDraft[] {
  return nodes
    .filter(node => node.id !== id)
    .map(node =>
      "ways" in node
        ? { ...node, ways: node.ways.map(way => ({ ...way, nodes: removed(way.nodes, id) })) }
        : node,
    );
}

export function changed(nodes: NodeDraft[], id: string, change: (node: NodeDraft) => NodeDraft): NodeDraft[] {
  return nodes.map(node => {
    if (node.id === id) return change(node);
    if (!("ways" in node)) return node;
    return { ...node, ways: node.ways.map(way => ({ ...way, nodes: changed(way.nodes, id, change) })) };
  });
}

/** Where a node stands. */
export function placeOf(nodes: NodeDraft[], id: string, place = TOP): { place: Place; at: number } | null {
  const at = nodes.findIndex(node => node.id === id);
  if (at >= 0) return { place, at };
  for (const node of nodes) {
    if (!("ways" in node)) continue;
    for (const [way, { nodes: inner }] of node.ways.entries()) {
      const found = placeOf(inner, id, { node: node.id, way });
      if (found) return found;
    }
  }
  return null;
}

/** A node at another place; nothing happens where that lies within the node itself. */
export function moved(nodes: NodeDraft[], id: string, to: Place, at: number): NodeDraft[] {
  const node = findNode(nodes, id);
  const from = placeOf(nodes, id);
  if (!node || !from) return nodes;
  if (to.node !== null && everyNode([node]).some(each => each.id === to.node)) return nodes;
  const same = from.place.node === to.node && from.place.way === to.way;
  const target = same && from.at < at ? at - 1 : at;
  return inserted(removed(nodes, id), to, target, node);
}

/** The steps a refusal may lead back to: those asked before it on its own way. */
export function stepsBefore(nodes: NodeDraft[], id: string): AskNode[] {
  const found = placeOf(nodes, id);
  if (!found) return [];
  const { place, at } = found;
  const list = listAt(nodes, place);
  const own = list.slice(0, at).filter(node => node.kind === "ask");
  return place.node === null ? own : [...stepsBefore(nodes, place.node), ...own];
}

export function listAt(nodes: NodeDraft[], place: Place): NodeDraft[] {
  if (place.node === null) return nodes;
  const node = findNode(nodes, place.node);
  return node && "ways" in node ? (node.ways[place.way]?.nodes ?? []) : [];
}

/** What is wrong, by the id of its node; a way's faults stand at the node it belongs to. */
export function faultsByNode(nodes: NodeDraft[], errors: Record<string, string>): Map<string, string> {
  const faults = new Map<string, string>();
  for (const [path, error] of Object.entries(errors)) {
    let list = nodes;
    let last: NodeDraft | undefined;
    for (const [, nodeAt, wayAt] of path.matchAll(/nodes\[(\d+)\](?:\.ways\[(\d+)\])?/g)) {
      last = list[Number(nodeAt)] ?? last;
      list = last && "ways" in last && wayAt ? (last.ways[Number(wayAt)]?.nodes ?? []) : [];
    }
    if (last && !faults.has(last.id)) faults.set(last.id, error);
  }
  return faults;
}

export function draftOf(template: Template): FlowDraft {
  const { object, name, active, position, when, repeats, withdrawable } = template;
  return { object, name, active, position, when, repeats, withdrawable, nodes: template.nodes.map(nodeOf) };
}

function nodeOf(wire: WireNode): NodeDraft {
  const { id, name = "" } = wire;
  if (wire.kind === "choice" || wire.kind === "together") {
    const ways = (wire.ways ?? []).map(way => ({
      name: way.name ?? "",
      condition: way.condition ?? null,
      nodes: way.nodes.map(nodeOf),
    }));
    return { kind: wire.kind, id, name, ways };
  }
  const who = whoOf(wire.approvers ?? {});
  if (wire.kind === "copy") return { kind: "copy", id, name, who };
  return {
    kind: "ask",
    id,
    name,
    who,
    mode: String(wire.mode ?? "all"),
    ratio: Number(wire.ratio ?? 60),
    empty: String(wire.empty ?? "administrators"),
    emptyPerson: labelled(wire.emptyPerson),
    self: String(wire.self ?? "superior"),
    backTo: typeof wire.backTo === "string" ? wire.backTo : null,
    late: isLate(wire.late) ? wire.late : null,
    shows: Array.isArray(wire.shows) ? wire.shows.map(String) : [],
  };
}

function isLate(late: unknown): late is { hours: number; action: string } {
  return typeof late === "object" && late !== null && "hours" in late && "action" in late;
}

function labelled(value: unknown): Labelled | null {
  return typeof value === "object" && value !== null && "id" in value ? (value as Labelled) : null;
}

function whoOf(wire: Record<string, unknown>): Who {
  const people = wire.people ?? wire.among;
  return {
    kind: WHO.find(kind => kind === wire.kind) ?? "superior",
    people: Array.isArray(people) ? people.flatMap(person => labelled(person) ?? []) : [],
    role: labelled(wire.role),
    near: wire.near === true,
    level: Number(wire.level ?? wire.levels ?? 1),
    until: labelled(wire.until),
    several: wire.several === true,
    field: typeof wire.field === "string" ? wire.field : null,
  };
}

/** What is sent. */
export function bodyOf(draft: FlowDraft) {
  return { ...draft, object: undefined, nodes: draft.nodes.map(wireOf) };
}

export function flowOf(draft: FlowDraft) {
  const { when, repeats, withdrawable } = draft;
  return { when, repeats, withdrawable, nodes: draft.nodes.map(wireOf) };
}

function wireOf(node: NodeDraft): Record<string, unknown> {
  const { id, kind, name } = node;
  if ("ways" in node) {
    const last = node.ways.length - 1;
    const ways = node.ways.map((way, at) => ({
      name: way.name,
      condition: node.kind === "choice" && at === last ? null : way.condition,
      nodes: way.nodes.map(wireOf),
    }));
    return { id, kind, name, ways };
  }
  const approvers = approversOf(node.who);
  if (node.kind === "copy") return { id, kind, name, approvers };
  const { mode, ratio, empty, emptyPerson, self, backTo, late, shows } = node;
  const turn = node.who.kind === "superiors" ? "inTurn" : mode;
  return {
    id,
    kind,
    name,
    approvers,
    mode: turn,
    ratio,
    empty,
    emptyPerson: empty === "person" ? (emptyPerson?.id ?? null) : null,
    self,
    backTo,
    late,
    shows,
  };
}

function approversOf(who: Who): Record<string, unknown> {
  const { kind, level } = who;
  const ids = who.people.map(person => person.id);
  switch (kind) {
    case "people":
      return { kind, people: ids };
    case "role":
      return { kind, role: who.role?.id ?? null, near: who.near };
    case "superior":
    case "head":
      return { kind, level };
    case "superiors":
      return { kind, levels: level, until: who.until?.id ?? null };
    case "chosen":
      return { kind, among: ids, several: who.several };
    case "named":
      return { kind, field: who.field, level };
    case "starter":
      return { kind };
  }
}
