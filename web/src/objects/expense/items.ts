import type { BusinessObject, Draft, RecordData } from "~/kernel/api/contract";
import { amountOf, type MoneyValue } from "~/kernel/fields/money/money";
import { toWire } from "~/kernel/fields/registry";
import { parseDecimal } from "~/kernel/text/decimals";
import { decimalOf, unitsOf } from "~/kernel/text/units";

/** What is asked of each item. */
export const ASKED = ["kind", "day", "amount", "tax", "name", "receipts"] as const;

/** An item while it is typed, its values as they are read. */
export interface Item {
  key: string;
  id?: number;
  values: Draft;
}

let made = 0;

/** A further item: of the day of the one before. */
export function nextItem(before: Item | undefined, today: string): Item {
  made += 1;
  return { key: `new-${made}`, values: { day: before?.values.day ?? today } };
}

export function itemOf(line: RecordData): Item {
  return {
    key: String(line.id),
    id: line.id,
    values: Object.fromEntries(ASKED.map(name => [name, line[name] ?? null])),
  };
}

/** Was anything said but its day? */
export function isBlank({ id, values }: Item): boolean {
  return (
    id === undefined &&
    Object.entries(values).every(
      ([name, value]) => name === "day" || value === null || value === undefined || value === "",
    )
  );
}

/** As it is written: what was left blank is not. */
export function wireOf(object: BusinessObject, items: Item[]): Draft[] {
  return items
    .filter(item => !isBlank(item))
    .map(({ id, values }) => ({ ...(id === undefined ? {} : { id }), ...toWire(object, values) }));
}

/** What the items come to; nothing where one of them has no number yet, or another currency. */
export function totalOf(items: Item[], digits: number): string | undefined {
  let total = 0n;
  for (const { values } of items.filter(item => !isBlank(item))) {
    const value = values.amount as MoneyValue | null | undefined;
    const currency = typeof value === "object" ? value?.currency : undefined;
    const first = items.find(item => !isBlank(item))?.values.amount as MoneyValue | null | undefined;
    const expected = typeof first === "object" ? first?.currency : undefined;
    const units = value ? unitsOf(parseDecimal(amountOf(value)) ?? "", digits) : undefined;
    if (units === undefined || currency !== expected) return undefined;
    total += units;
  }
  return decimalOf(total, digits);
}
