import type { Labelled } from "~/kernel/api/contract";

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

/** Whom a new step asks until it is told. */
export const NOBODY: Who = {
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

/** As the server tells it. */
export function whoOf(wire: Record<string, unknown>): Who {
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

/** As it is sent. */
export function approversOf(who: Who): Record<string, unknown> {
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

/** Somebody or something with a name, where the server told one. */
export function labelled(value: unknown): Labelled | null {
  return typeof value === "object" && value !== null && "id" in value ? (value as Labelled) : null;
}
