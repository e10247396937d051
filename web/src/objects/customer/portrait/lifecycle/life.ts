import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { daysFromToday } from "~/kernel/text/dates";

/** The fields of the steps in their order, by the stage they lead to. */
const STEPS = [
  ["lead", "leadOn"],
  ["customer", "customerSince"],
  ["opportunity", "opportunityOn"],
  ["deal", "boughtOn"],
  ["repeat", "boughtAgainOn"],
] as const;

export interface Stop {
  key: string;
  label: string;
  /** When; none: not yet. */
  day: string | null;
  /** Days since the stop before that was reached. */
  after: number | null;
  now: boolean;
}

/**
 * The way a customer has come so far, and the steps that may follow: those it passed over do not. Lost and back stand
 * in between where they belong.
 */
export function stopsOf(object: BusinessObject, record: RecordData, today: string): Stop[] {
  const stage = fieldOf(object, "lifeStage");
  const current = record.lifeStage;
  const label = (value: string) => stage?.options?.find(option => option.value === value)?.label ?? value;
  const day = (name: string) => (typeof record[name] === "string" ? (record[name] as string) : null);
  const reached: Stop[] = [];
  let open: Stop[] = [];
  for (const [key, field] of STEPS) {
    const stop = { key, label: label(key), day: day(field), after: null, now: current === key };
    if (stop.day) {
      reached.push(stop);
      open = [];
    } else {
      open.push(stop);
    }
  }
  const lost = day("lostOn");
  if (lost)
    reached.push({ key: "lost", label: label("lost"), day: lost, after: null, now: current === "lost" });
  const back = day("returnedOn");
  if (back) {
    const field = fieldOf(object, "returnedOn");
    reached.push({ key: "returned", label: field?.label ?? "", day: back, after: null, now: false });
  }
  reached.sort((one, other) => (one.day ?? "").localeCompare(other.day ?? ""));
  for (const [at, stop] of reached.entries()) {
    const former = reached[at - 1]?.day;
    if (former && stop.day) stop.after = daysFromToday(stop.day, today) - daysFromToday(former, today);
  }
  return current === "lost" ? reached : [...reached, ...open];
}
