import type { BusinessObject, Draft, Field, Language, ValueKindName } from "~/kernel/api/contract";
import { type AnyFieldKind, isEmpty } from "./kind";
import { valueKind } from "./valueKind";

const modules = import.meta.glob<{ default: AnyFieldKind }>("./*/index.ts", { eager: true });

const kinds = new Map<ValueKindName, AnyFieldKind>(
  Object.values(modules).map(module => [module.default.kind, module.default]),
);

export function kindOf(field: Field): AnyFieldKind {
  return kinds.get(valueKind(field)) ?? (kinds.get("text") as AnyFieldKind);
}

export function registeredKinds(): ValueKindName[] {
  return [...kinds.keys()];
}

/** A value in plain words; empty text for nothing. */
export function textOf(field: Field, value: unknown, language: Language = "zh-CN"): string {
  return isEmpty(value) ? "" : kindOf(field).text(value, field, language);
}

/** A draft as the server wants it. */
export function toWire(object: BusinessObject, draft: Draft): Draft {
  const wire: Draft = {};
  for (const [name, value] of Object.entries(draft)) {
    const field = object.fields.find(candidate => candidate.name === name);
    const write = field && kindOf(field).toWire;
    wire[name] = write && !isEmpty(value) ? write(value) : value === "" ? null : value;
  }
  return wire;
}
