import type { BusinessObject, Draft, Field } from "~/kernel/api/contract";
import { toWire } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import type { MyTask } from "./approvals";

export type FormLines = MyTask["form"]["lines"][number];

/** What was typed while deciding: by field, and of lines by kind and line. */
export interface Typed {
  values: Draft;
  lines: Record<string, Record<number, Draft>>;
}

export const NOTHING_TYPED: Typed = { values: {}, lines: {} };

/** The fields that may be written, as the catalog describes them. */
export function fieldsOf(form: { fields: MyTask["form"]["fields"] }): Field[] {
  return form.fields as unknown as Field[];
}

/** What differs from what is there, as it is sent; of lines all are named where one of them differs. */
export function writtenIn({ form }: MyTask, typed: Typed): Draft {
  const written = changed(fieldsOf(form), typed.values, form.values as Draft);
  for (const kind of form.lines) {
    const rows = kind.rows.map(({ id, values }) => ({
      id,
      ...changed(fieldsOf(kind), typed.lines[kind.name]?.[id] ?? {}, values as Draft),
    }));
    if (rows.some(row => Object.keys(row).length > 1)) written[kind.name] = rows;
  }
  return written;
}

function changed(fields: Field[], typed: Draft, now: Draft): Draft {
  const differing = Object.entries(typed).filter(([name, value]) => !sameValue(value, now[name] ?? null));
  return toWire({ fields } as BusinessObject, Object.fromEntries(differing));
}

/** Where what was refused can be shown. */
export function placesOf({ form }: MyTask): string[] {
  return [
    ...form.fields.map(field => String(field.name)),
    ...form.lines.flatMap(kind =>
      kind.rows.flatMap((_, at) => kind.fields.map(field => `${kind.name}[${at}].${field.name}`)),
    ),
  ];
}
