import type { Filter, RecordData, RecordQuery } from "~/kernel/api/contract";
import { dropRows, type Pages } from "../rows/pages";

/** The rows of one column after cards were moved: they leave it, or come in at its top. */
export function moveBetween(
  pages: Pages,
  key: readonly unknown[],
  moved: RecordData[],
  field: string,
  to: string | null,
): Pages {
  const column = columnOf((key[2] as RecordQuery | undefined)?.filter, field);
  if (column === undefined) return pages;
  const left = dropRows(pages, new Set(moved.map(record => record.id)));
  if (column !== to) return left;
  const arrived = moved.map(record => ({ ...record, [field]: to }));
  return {
    ...left,
    pages: left.pages.map((page, at) =>
      at > 0
        ? page
        : {
            ...page,
            items: [...arrived, ...page.items],
            count: page.count && { ...page.count, value: page.count.value + arrived.length },
          },
    ),
  };
}

/** The option that a query of a column asks for; `undefined` where it asks for something else. */
function columnOf(filter: Filter | undefined, field: string): string | null | undefined {
  const own = filter && "and" in filter ? filter.and.at(-1) : filter;
  if (!own || !("field" in own) || own.field !== field) return undefined;
  if (own.op === "empty") return null;
  return own.op === "eq" ? (own.value as string) : undefined;
}
