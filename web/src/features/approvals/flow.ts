import type { Filter, Labelled } from "~/kernel/api/contract";
import { freeId, listAt, newWay, placeOf, type TreeWay } from "~/kernel/flow/tree";

/** Who is asked, as the drawer edits it. */
export interface Who {
  kind: WhoKind;
  people: Labelled[];
  role: Labelled | null;
  group: Labelled | null;
  near: boolean;
  level: number;
  until: Labelled | null;
  several: boolean;
  field: string | null;
}

export const WHO = [
  "superior",
  "superiors",
  "head",
  "role",
  "group",
  "people",
  "chosen",
  "next",
  "named",
  "starter",
] as const;
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

const NOBODY: Who = {
  kind: "superior",
  people: [],
  role: null,
  group: null,
  near: false,
  level: 1,
  until: null,
  several: false,
  field: null,
};

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

function labelled(value: unknown): Labelled | null {
  return typeof value === "object" && value !== null && "id" in value ? (value as Labelled) : null;
}

function whoOf(wire: Record<string, unknown>): Who {
  const people = wire.people ?? wire.among;
  return {
    kind: WHO.find(kind => kind === wire.kind) ?? "superior",
    people: Array.isArray(people) ? people.flatMap(person => labelled(person) ?? []) : [],
    role: labelled(wire.role),
    group: labelled(wire.group),
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

function approversOf(who: Who): Record<string, unknown> {
  const { kind, level } = who;
  const ids = who.people.map(person => person.id);
  switch (kind) {
    case "people":
      return { kind, people: ids };
    case "role":
      return { kind, role: who.role?.id ?? null, near: who.near };
    case "group":
      return { kind, group: who.group?.id ?? null, near: who.near };
    case "superior":
    case "head":
      return { kind, level };
    case "superiors":
      return { kind, levels: level, until: who.until?.id ?? null };
    case "chosen":
    case "next":
      return { kind, among: ids, several: who.several };
    case "named":
      return { kind, field: who.field, level };
    case "starter":
      return { kind };
  }
}
