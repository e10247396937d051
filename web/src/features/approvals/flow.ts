import type { Filter, Labelled } from "~/kernel/api/contract";
import { freeId, listAt, newWay, placeOf, type TreeWay } from "~/kernel/flow/tree";
import { approversOf, labelled, NOBODY, type Who, whoOf } from "./who";

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
  edits: string[];
  hides: string[];
}

export interface CopyNode {
  kind: "copy";
  id: string;
  name: string;
  who: Who;
}

export interface WaitNode {
  kind: "wait";
  id: string;
  name: string;
  many: number;
  unit: string;
}

export type WayDraft = TreeWay<NodeDraft>;

export interface BranchNode {
  kind: "choice" | "together";
  id: string;
  name: string;
  ways: WayDraft[];
}

export type NodeDraft = AskNode | CopyNode | WaitNode | BranchNode;
export type NodeKind = NodeDraft["kind"];

export interface FlowDraft {
  object: string;
  name: string;
  active: boolean;
  position: number;
  when: Filter | null;
  repeats: string;
  withdrawable: string;
  revocable: string;
  /** On the printed record of what was approved. */
  seal: number | null;
  nodes: NodeDraft[];
}

/** A field of the record, or of its lines, that whoever decides can write. */
export interface Editable {
  name: string;
  label: string;
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
      edits: [],
      hides: [],
    };
  }
  if (kind === "copy") return { kind, id, name, who: { ...NOBODY, kind: "people" } };
  if (kind === "wait") return { kind, id, name, many: 1, unit: "workingDays" };
  return { kind, id, name, ways: [newWay(), newWay()] };
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

export function draftOf(template: Template): FlowDraft {
  const { object, name, active, position, when, repeats, withdrawable, revocable, seal } = template;
  return {
    object,
    name,
    active,
    position,
    when,
    repeats,
    withdrawable,
    revocable,
    seal,
    nodes: template.nodes.map(nodeOf),
  };
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
  if (wire.kind === "wait") {
    return { kind: "wait", id, name, many: Number(wire.many ?? 1), unit: String(wire.unit ?? "workingDays") };
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
    shows: texts(wire.shows),
    edits: texts(wire.edits),
    hides: texts(wire.hides),
  };
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map(String) : [];
}

function isLate(late: unknown): late is { hours: number; action: string } {
  return typeof late === "object" && late !== null && "hours" in late && "action" in late;
}

/** What is sent. */
export function bodyOf(draft: FlowDraft) {
  return { ...draft, object: undefined, nodes: draft.nodes.map(wireOf) };
}

export function flowOf(draft: FlowDraft) {
  const { when, repeats, withdrawable, revocable, seal } = draft;
  return { when, repeats, withdrawable, revocable, seal, nodes: draft.nodes.map(wireOf) };
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
  if (node.kind === "wait") return { id, kind, name, many: node.many, unit: node.unit };
  const approvers = approversOf(node.who);
  if (node.kind === "copy") return { id, kind, name, approvers };
  const { mode, ratio, empty, emptyPerson, self, backTo, late, shows, edits, hides } = node;
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
    edits,
    hides,
  };
}
