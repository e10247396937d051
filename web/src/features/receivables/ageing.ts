import dayjs from "dayjs";
import type { Ageing, Filter, Labelled } from "~/kernel/api/contract";

export type By = "customer" | "owner";

export type Line = Ageing["lines"][number] & { whole?: boolean };

const OPEN: Filter = { field: "status", op: "in", value: ["pending", "partial"] };

/** The terms that have been due for so many days on a day. */
export function dueWithin({ from, to }: Ageing["buckets"][number], day: string): Filter {
  const ago = (days: number) => dayjs(day).subtract(days, "day").format("YYYY-MM-DD");
  if (from === null) return { field: "dueDate", op: "ge", value: day };
  if (to === null) return { field: "dueDate", op: "le", value: ago(from) };
  return { field: "dueDate", op: "between", value: [ago(to), ago(from)] };
}

/** The open terms behind a number. */
export function owedBy(by: By, line: Line, due: Filter | null): Filter {
  const id = (line.key as Labelled | null)?.id;
  const whose: Filter[] = line.whole ? [] : [ofKey(by, id)];
  return { and: [OPEN, ...whose, ...(due ? [due] : [])] };
}

function ofKey(by: By, id: number | undefined): Filter {
  const fields = by === "customer" ? ["customer"] : ["contract.owner", "order.owner"];
  const tests = fields.map(
    (field): Filter => (id === undefined ? { field, op: "empty" } : { field, op: "eq", value: id }),
  );
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return id === undefined ? { and: tests } : { or: tests };
}
