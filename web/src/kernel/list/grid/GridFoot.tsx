import { useMemo, useState } from "react";
import type { AggregateQuery, BusinessObject, Field, RecordQuery } from "~/kernel/api/contract";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { valueKind } from "~/kernel/fields/valueKind";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useAggregate, useRecordPage } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { groupDigits } from "~/kernel/text/decimals";
import { listWords } from "../messages";
import type { GridColumn } from "./columns";

interface Props {
  object: BusinessObject;
  columns: GridColumn[];
  query: RecordQuery;
  count: { value: number; exact: boolean } | undefined;
  check: boolean;
}

/** How many there are, and what the number columns add up to. */
export function GridFoot({ object, columns, query, count, check }: Props) {
  const say = useSay(listWords);
  const { currency } = useSession().settings;
  const summed = useMemo(() => columns.filter(column => SUMMED.has(valueKind(column.field))), [columns]);
  const ask: AggregateQuery = {
    ...(query.filter ? { filter: query.filter } : {}),
    groups: [],
    measures: summed.map(({ field }) => ({ function: "sum", field: field.name })),
  };
  // A search has no sums: the server adds up what a filter can say.
  const sums = useAggregate(object.name, ask, { enabled: summed.length > 0 && !query.search });
  const titleOf = (field: Field) =>
    valueKind(field) === "money"
      ? say("sumInBase", { field: field.label, currency })
      : say("sumOf", { field: field.label });
  const totals = sums.data?.totals ?? sums.data?.rows[0];
  return (
    <div role="rowgroup" className="grid-foot">
      <div role="row" className="grid-row">
        {check && <div role="gridcell" className="grid-cell grid-check" />}
        {columns.map((column, at) => {
          const total =
            totals && summed.includes(column) ? totalOf(totals, column.field, currency) : undefined;
          return (
            <div
              key={column.field.name}
              role="gridcell"
              className="grid-cell"
              data-frozen={at === 0}
              data-numeric={column.numeric && at > 0}
              title={total === undefined ? undefined : titleOf(column.field)}
            >
              {at === 0 && <Count object={object} query={query} count={count} />}
              {at > 0 && total !== undefined && (
                <span>
                  <span className="sr-only">{say("sum")} </span>
                  <FieldCell field={column.field} value={total} />
                </span>
              )}
            </div>
          );
        })}
        <div className="grid-fill" />
      </div>
    </div>
  );
}

const SUMMED = new Set(["integer", "decimal", "money"]);

/** A sum as its field shows values; money adds up in the company's currency. */
function totalOf(totals: Record<string, unknown>, field: Field, currency: string): unknown {
  const sum = totals[`sum_${field.name}`] ?? undefined;
  return valueKind(field) === "money" && typeof sum === "string" ? { amount: sum, currency } : sum;
}

/** A count that stops at 10,000 until one asks for all of it. */
export function Count({ object, query, count }: Pick<Props, "object" | "query" | "count">) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const asked = JSON.stringify([query.filter, query.search]);
  const [exactFor, setExactFor] = useState<string>();
  const wanted = exactFor === asked;
  const exact = useRecordPage(
    object.name,
    { ...query, fields: [object.titleField], sort: undefined, limit: 1, count: "exact" },
    { enabled: wanted },
  );
  const shown = (wanted && exact.data?.count) || count;
  if (!shown) return <span>{sayCommon("loading")}</span>;
  if (shown.exact) return <span>{say("records", { count: groupDigits(String(shown.value)) })}</span>;
  return (
    <button
      type="button"
      className="grid-count"
      title={say("countExactly")}
      onClick={() => setExactFor(asked)}
    >
      {wanted && exact.isFetching
        ? say("counting")
        : say("moreThan", { count: groupDigits(String(shown.value - (shown.value % 10))) })}
    </button>
  );
}
