import type { Filter, Labelled } from "~/kernel/api/contract";

/** What somebody has and is, as the server tells it. */
export interface Held {
  objects: { object: string; label: string; records: number }[];
  reports: Labelled[];
  heads: Labelled[];
  /** What waits for their approval, and flows that name them. */
  approvals: number;
  /** Automations that act as them. */
  automations: number;
}

/** How many records go to whom. */
export interface Share {
  object: string;
  label: string;
  to: Labelled;
  records: number;
}

export interface Rule {
  filter: Filter | null;
  to: Labelled | null;
}

/** What is to become of the records of one object: those that fit a rule to one person, the others to several in turn. */
export interface Part {
  rules: Rule[];
  to: Labelled[];
}

export interface Plan {
  parts: Record<string, Part>;
  reports: Labelled | null;
  heads: Labelled | null;
  approvals: Labelled | null;
  automations: Labelled | null;
  disable: boolean;
}

export const NOTHING: Plan = {
  parts: {},
  reports: null,
  heads: null,
  approvals: null,
  automations: null,
  disable: false,
};
export const LEFT: Part = { rules: [], to: [] };

/** The plan as the server takes it; what is left alone is not in it. */
export function planBody({ parts, reports, heads, approvals, automations, disable }: Plan) {
  return {
    parts: Object.entries(parts)
      .map(([object, part]) => ({
        object,
        to: part.to.map(({ id }) => id),
        rules: part.rules.flatMap(({ filter, to }) => (filter && to ? [{ filter, to: to.id }] : [])),
      }))
      .filter(({ to, rules }) => to.length > 0 || rules.length > 0),
    ...(reports && { reports: reports.id }),
    ...(heads && { heads: heads.id }),
    ...(approvals && { approvals: approvals.id }),
    ...(automations && { automations: automations.id }),
    disable,
  };
}

/** Does it do anything, and are its rules whole? */
export function isWhole(plan: Plan): boolean {
  const body = planBody(plan);
  const rules = Object.values(plan.parts).flatMap(part => part.rules);
  return (
    (body.parts.length > 0 ||
      [plan.reports, plan.heads, plan.approvals, plan.automations].some(person => person !== null)) &&
    rules.every(({ filter, to }) => filter && to)
  );
}

/** Everything to one person, leaving rules aside. */
export function allTo(held: Held, person: Labelled, plan: Plan): Plan {
  return {
    ...plan,
    parts: Object.fromEntries(held.objects.map(({ object }) => [object, { rules: [], to: [person] }])),
    reports: held.reports.length > 0 ? person : null,
    heads: held.heads.length > 0 ? person : null,
    approvals: held.approvals > 0 ? person : null,
    automations: held.automations > 0 ? person : null,
  };
}
