import type { BusinessObject, Draft, Field } from "~/kernel/api/contract";
import { toWire } from "~/kernel/fields/registry";
import { sameValue } from "~/kernel/forms/draft";
import type { MyTask } from "./approvals";

/** The fields that may be written, as the catalog describes them. */
export function fieldsOf(task: MyTask): Field[] {
  return task.form.fields as unknown as Field[];
}

/** What differs from what is there, as it is sent. */
export function writtenIn(task: MyTask, typed: Draft): Draft {
  const changed = Object.entries(typed).filter(
    ([name, value]) => !sameValue(value, task.form.values[name] ?? null),
  );
  return toWire({ fields: fieldsOf(task) } as BusinessObject, Object.fromEntries(changed));
}
