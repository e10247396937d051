import { Skeleton } from "antd";
import type { AggregateQuery, AggregateRows, Filter, Portrait } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { useAggregate } from "~/kernel/records/records";
import { Card } from "../Card";
import { portraitWords } from "../messages";

const MOST = 8;

interface Props {
  goods: Portrait["goods"][number];
}

/** What was bought, most first; each product leads to its purchases. */
export function GoodsCard({ goods }: Props) {
  const say = useSay(portraitWords);
  const object = useObject(goods.object);
  const bought = useAggregate(goods.object, query(goods));
  const product = object && fieldOf(object, goods.product);
  if (!object || !product || bought.error) return null;
  const rows = bought.data?.rows ?? [];
  const measured = rows.map(row => Number(measure(row, goods)));
  const most = Math.max(...measured, 1);
  return (
    <Card
      title={say("goods")}
      extra={bought.data?.more && <span className="quiet">{say("goodsMore", { count: MOST })}</span>}
    >
      {!bought.data && <Skeleton active />}
      {bought.data && rows.length === 0 && <p className="quiet">{say("goodsNone")}</p>}
      <ul className="portrait-shares portrait-goods">
        {rows.map((row, place) => (
          <li key={JSON.stringify(row[product.name])}>
            <Link href={listHref(goods, row)} title={say("times", { count: Number(row.count) })}>
              <FieldCell
                field={product}
                value={row[product.name]}
                record={{ id: 0, version: 0 }}
                object={object.name}
              />
            </Link>
            <span className="portrait-gauge" aria-hidden>
              <span style={{ inlineSize: `${((measured[place] ?? 0) / most) * 100}%` }} />
            </span>
            <span className="number">{(measured[place] ?? 0).toLocaleString()}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function query({ filter, product, amount }: Props["goods"]): AggregateQuery {
  return {
    filter: filter as Filter,
    groups: [{ field: product }],
    measures: [{ function: "count" }, ...(amount ? [{ function: "sum" as const, field: amount }] : [])],
    sort: [{ field: amount ? `sum_${amount}` : "count", descending: true }],
    limit: MOST,
  };
}

/** The sum where it is told what was paid, otherwise how often it was bought. */
function measure(row: AggregateRows["rows"][number], { amount }: Props["goods"]): unknown {
  return amount ? (row[`sum_${amount}`] ?? 0) : row.count;
}

function listHref({ object, filter, product }: Props["goods"], row: AggregateRows["rows"][number]): string {
  const value = row[product];
  const only: Filter =
    value === null
      ? { field: product, op: "empty" }
      : { field: product, op: "eq", value: (value as { id?: number }).id ?? value };
  return addressOf.list(object) + writeQuery({ filter: JSON.stringify({ and: [filter, only] }) });
}
