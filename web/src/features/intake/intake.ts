import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field, IntakeQuestion, IntakeSource } from "~/kernel/api/contract";

export const sourcesKey = ["intake"] as const;

export function useSources() {
  return useQuery({
    queryKey: sourcesKey,
    queryFn: ({ signal }) => api.get<{ items: IntakeSource[] }>("/intake/sources", signal),
  });
}

/** The kinds of field that an answer cannot fill. */
const NEVER = new Set([
  "user",
  "department",
  "reference",
  "multiReference",
  "link",
  "files",
  "location",
  "json",
  "autoNumber",
  "score",
]);

/** The fields of an object that an answer may fill. */
export function fillable(object: BusinessObject): Field[] {
  return object.fields.filter(field => field.right === "edit" && !NEVER.has(field.kind));
}

/** What a new form asks, of what the object has. */
export function firstQuestions(object: BusinessObject): IntakeQuestion[] {
  const names = ["name", "company", "phone", "email", "need"];
  const asked = names.flatMap(name => {
    const field = fillable(object).find(each => each.name === name);
    return field ? [questionFor(field, field.required || name === "phone")] : [];
  });
  const hidden = ["utmSource", "utmMedium", "utmCampaign"].flatMap(name => {
    const field = fillable(object).find(each => each.name === name);
    const parameter = name.replace(/[A-Z]/, letter => `_${letter.toLowerCase()}`);
    return field ? [{ ...questionFor(field, false), key: parameter, parameter }] : [];
  });
  return [...asked, ...hidden];
}

function questionFor(field: Field, required: boolean): IntakeQuestion {
  return { key: field.name, label: field.label, help: null, required, field: field.name, parameter: null };
}

/** A key that no question has yet. */
export function freeKey(questions: IntakeQuestion[], stem: string): string {
  const taken = new Set(questions.map(question => question.key));
  if (!taken.has(stem)) return stem;
  let at = 2;
  while (taken.has(`${stem}${at}`)) at++;
  return `${stem}${at}`;
}

/** The list with the item at one place moved by so many. */
export function moved<T>(items: T[], at: number, by: -1 | 1): T[] {
  const to = at + by;
  if (to < 0 || to >= items.length) return items;
  const next = [...items];
  const [item] = next.splice(at, 1);
  next.splice(to, 0, item as T);
  return next;
}
