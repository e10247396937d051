import type { BusinessObject, Filter, Labelled } from "~/kernel/api/contract";
import { toWire } from "~/kernel/fields/registry";
import { everyNode, freeId, newWay, type TreeWay } from "~/kernel/flow/tree";

export const TRIGGERS = [
  "created",
  "changed",
  "became",
  "event",
  "day",
  "schedule",
  "button",
  "called",
] as const;
export type TriggerKind = (typeof TRIGGERS)[number];

/** When a record begins; every kind keeps what the others were set to. */
export interface Trigger {
  kind: TriggerKind;
  through: string[];
  fields: string[];
  field: string | null;
  values: unknown[];
  events: string[];
  days: number;
  at: string | null;
  every: "day" | "week" | "month";
  weekdays: string[];
  day: number;
  workdays: boolean;
  pointer: string;
}

/** What a field is set to. */
export interface Value {
  kind: "fixed" | "field" | "day" | "text" | "record" | "request";
  value?: unknown;
  field?: string;
  days?: number;
  working?: boolean;
  at?: string | null;
  text?: string;
  pointer?: string;
}

export interface Whom {
  people: Labelled[];
  roles: Labelled[];
  owner: boolean;
  superior: boolean;
  fields: string[];
}

export interface Span {
  count: number;
  unit: "minute" | "hour" | "day" | "workday";
  at: string | null;
}

export const STEPS = [
  "change",
  "create",
  "task",
  "tell",
  "mail",
  "sms",
  "command",
  "submit",
  "webhook",
  "choice",
  "wait",
  "waitForDay",
  "until",
  "stop",
] as const;
export type StepKind = (typeof STEPS)[number];

/** A step as the drawer edits it: what belongs to other kinds stays at its first value. */
export interface StepDraft {
  id: string;
  kind: StepKind;
  name: string;
  values: Record<string, Value>;
  object: string | null;
  title: string;
  text: string;
  whom: Whom;
  days: number;
  priority: string;
  to: string | null;
  template: number | null;
  gaps: Record<string, string>;
  comment: string;
  endpoint: number | null;
  fields: string[];
  command: string | null;
  input: Record<string, unknown>;
  span: Span;
  field: string | null;
  at: string | null;
  condition: Filter | null;
  ways?: TreeWay<StepDraft>[];
}

export interface PlanDraft {
  object: string;
  name: string;
  active: boolean;
  acting: Labelled | null;
  trigger: Trigger;
  when: Filter | null;
  again: boolean;
  nodes: StepDraft[];
}

type Wire = Record<string, unknown>;

/** An automation as the server tells it. */
export interface Automation {
  id: number;
  object: string;
  name: string;
  active: boolean;
  acting: Labelled;
  edition: number;
  version: number;
  fault: string | null;
  trigger: Wire;
  when: Filter | null;
  again: boolean;
  nodes: Wire[];
  runs: { live: number; done: number; failed: number; stopped: number };
  people: {
    people: Record<string, string>;
    roles: Record<string, string>;
    values: Record<string, Labelled>;
  };
}

export const NO_TRIGGER: Trigger = {
  kind: "created",
  through: [],
  fields: [],
  field: null,
  values: [],
  events: [],
  days: 0,
  at: null,
  every: "day",
  weekdays: ["monday"],
  day: 1,
  workdays: false,
  pointer: "",
};

const NOBODY: Whom = { people: [], roles: [], owner: false, superior: false, fields: [] };

const BLANK: Omit<StepDraft, "id" | "kind" | "name"> = {
  values: {},
  object: null,
  title: "",
  text: "",
  whom: NOBODY,
  days: 1,
  priority: "normal",
  to: null,
  template: null,
  gaps: {},
  comment: "",
  endpoint: null,
  fields: [],
  command: null,
  input: {},
  span: { count: 1, unit: "day", at: null },
  field: null,
  at: null,
  condition: null,
};

/** A new step; people are the owner where records have one. */
export function newStep(kind: StepKind, nodes: StepDraft[], owned: boolean): StepDraft {
  const ways =
    kind === "choice" || kind === "until" ? { ways: [newWay<StepDraft>(), newWay<StepDraft>()] } : {};
  const span: Span = kind === "until" ? { count: 7, unit: "day", at: null } : BLANK.span;
  return { ...BLANK, id: freeId(nodes), kind, name: "", span, whom: { ...NOBODY, owner: owned }, ...ways };
}

export function blank(object: string): PlanDraft {
  return {
    object,
    name: "",
    active: false,
    acting: null,
    trigger: NO_TRIGGER,
    when: null,
    again: false,
    nodes: [],
  };
}

export function draftOf(automation: Automation): PlanDraft {
  const { object, name, active, acting, when, again } = automation;
  const trigger = { ...NO_TRIGGER, ...(automation.trigger as Partial<Trigger>) };
  return {
    object,
    name,
    active,
    acting,
    trigger: { ...trigger, at: clock(trigger.at) },
    when: when ?? null,
    again,
    nodes: automation.nodes.map(node => stepOf(node, automation)),
  };
}

/** A draft that begins with what was offered. */
export function fromOffer(
  object: string,
  name: string,
  plan: Pick<Automation, "trigger" | "when" | "again" | "nodes">,
): PlanDraft {
  const people = { people: {}, roles: {}, values: {} };
  const kept = { ...plan, object, name, people } as unknown as Automation;
  return { ...draftOf(kept), active: false, acting: null };
}

/** Without the seconds. */
function clock(at: unknown): string | null {
  return typeof at === "string" ? at.slice(0, 5) : null;
}

function stepOf(wire: Wire, automation: Automation): StepDraft {
  const names = automation.people;
  const whom = (wire.whom ?? {}) as Partial<Record<keyof Whom, unknown>>;
  const ids = (value: unknown, known: Record<string, string>) =>
    (Array.isArray(value) ? value : []).map((id: number) => ({ id, label: known[id] ?? `#${id}` }));
  const values = Object.entries((wire.values ?? {}) as Record<string, Value>).map(([field, value]) => [
    field,
    value.kind === "fixed" ? { ...value, value: names.values[`${wire.id}.${field}`] ?? value.value } : value,
  ]);
  const span = (wire.span ?? wire.atMost ?? BLANK.span) as Span;
  const ways = wire.ways as (TreeWay<Wire> & { condition?: Filter | null })[] | undefined;
  return {
    ...BLANK,
    ...(wire as Partial<StepDraft>),
    id: String(wire.id),
    kind: wire.kind as StepKind,
    name: String(wire.name ?? ""),
    at: clock(wire.at),
    span: { ...span, at: clock(span.at) },
    values: Object.fromEntries(values) as Record<string, Value>,
    condition: (wire.condition as Filter | null | undefined) ?? null,
    whom: {
      people: ids(whom.people, names.people),
      roles: ids(whom.roles, names.roles),
      owner: whom.owner === true,
      superior: whom.superior === true,
      fields: Array.isArray(whom.fields) ? whom.fields.map(String) : [],
    },
    ...(ways && {
      ways: ways.map(way => ({
        name: way.name ?? "",
        condition: way.condition ?? null,
        nodes: way.nodes.map(node => stepOf(node, automation)),
      })),
    }),
  };
}

/** What is sent; the object tells how values are written. */
export function bodyOf(draft: PlanDraft, objects: BusinessObject[]): Wire {
  const { name, active, acting, when, again } = draft;
  return {
    name,
    active,
    acting: acting?.id,
    trigger: triggerOf(draft.trigger),
    when,
    again,
    nodes: draft.nodes.map(step => wireOf(step, draft.object, objects)),
  };
}

function triggerOf(trigger: Trigger): Wire {
  const { kind, through, fields, field, values, events, days, at, every, weekdays, day, workdays, pointer } =
    trigger;
  switch (kind) {
    case "created":
      return { kind, through };
    case "changed":
      return { kind, fields };
    case "became":
      return { kind, field, values };
    case "event":
      return { kind, events };
    case "day":
      return { kind, field, days, at };
    case "button":
      return { kind };
    case "called":
      return { kind, field, pointer };
    case "schedule":
      return { kind, every, weekdays, day, at, workdays };
  }
}

function wireOf(step: StepDraft, about: string, objects: BusinessObject[]): Wire {
  const { id, kind, name } = step;
  const own = { id, kind, name };
  const ways = step.ways?.map((way, at, all) => ({
    name: way.name,
    condition: kind === "until" || at === all.length - 1 ? null : way.condition,
    nodes: way.nodes.map(node => wireOf(node, about, objects)),
  }));
  const whom = {
    ...step.whom,
    people: step.whom.people.map(person => person.id),
    roles: step.whom.roles.map(role => role.id),
  };
  switch (kind) {
    case "change":
      return { ...own, values: valuesOf(step.values, about, objects) };
    case "create":
      return { ...own, object: step.object, values: valuesOf(step.values, step.object, objects) };
    case "task":
      return { ...own, title: step.title, whom, days: step.days, priority: step.priority };
    case "tell":
      return { ...own, whom, title: step.title, text: step.text };
    case "mail":
      return { ...own, whom, to: step.to, title: step.title, text: step.text };
    case "sms":
      return { ...own, to: step.to, template: step.template ?? 0, gaps: step.gaps };
    case "submit":
      return { ...own, comment: step.comment };
    case "webhook":
      return { ...own, endpoint: step.endpoint, fields: step.fields };
    case "command": {
      const object = objects.find(each => each.name === about);
      const input = object?.commands.find(command => command.name === step.command)?.input ?? [];
      return {
        ...own,
        command: step.command,
        input: object ? toWire({ ...object, fields: input }, step.input) : step.input,
      };
    }
    case "choice":
      return { ...own, ways };
    case "wait":
      return { ...own, span: step.span };
    case "waitForDay":
      return { ...own, field: step.field, days: step.days, at: step.at };
    case "until":
      return { ...own, condition: step.condition, atMost: step.span, ways };
    case "stop":
      return own;
  }
}

function valuesOf(values: Record<string, Value>, name: string | null, objects: BusinessObject[]): Wire {
  const object = objects.find(each => each.name === name);
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (value.kind !== "fixed" || !object) return [field, value];
      const wire = toWire(object, { [field]: value.value ?? null });
      return [field, { kind: "fixed", value: wire[field] ?? null }];
    }),
  );
}

/** The steps a plan has, whatever way they are on. */
export function stepOfId(nodes: StepDraft[], id: string): StepDraft | undefined {
  return everyNode(nodes).find(step => step.id === id);
}
