import dayjs from "dayjs";
import type { BusinessObject, Filter, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useAggregate } from "~/kernel/records/records";
import { customerWords } from "../messages";
import { dealsFilter } from "./deals";
import { groupFilter, overdueFilter, peopleFilter } from "./group";
import { openOf, owedFilter, receivedFilter } from "./owed";
import { DEAL_MEASURES, OWED_MEASURES, PAID_MEASURES, useSummedDeals, useSummedOwed } from "./sums";

/** Each figure leads to the records it is made of. */
export function GroupTotals({ object, top }: { object: BusinessObject; top: RecordData }) {
  const say = useSay(customerWords);
  const revenue = fieldOf(object, "revenue");
  const today = dayjs().format("YYYY-MM-DD");
  const counted = revenue && revenue.right !== "masked";
  const all = useAggregate(object.name, {
    filter: groupFilter(top.id),
    measures: [{ function: "count" }, ...(counted ? [{ function: "sum" as const, field: "revenue" }] : [])],
  });
  const people = useAggregate("contact", {
    filter: peopleFilter(top.id),
    measures: [{ function: "count" }],
  });
  const overdue = useAggregate(
    object.name,
    { filter: overdueFilter(top.id, today), measures: [{ function: "count" }] },
    { enabled: fieldOf(object, "nextContactAt") !== undefined },
  );
  const summed = useSummedDeals();
  const open = useAggregate(
    "opportunity",
    { filter: dealsFilter(top.id, "open"), measures: DEAL_MEASURES },
    { enabled: summed },
  );
  const won = useAggregate(
    "opportunity",
    { filter: dealsFilter(top.id, "won"), measures: DEAL_MEASURES },
    { enabled: summed },
  );
  const account = useSummedOwed();
  const owed = useAggregate(
    "payment-plan",
    { filter: owedFilter(top.id), measures: OWED_MEASURES },
    { enabled: account.owed },
  );
  const late = useAggregate(
    "payment-plan",
    { filter: owedFilter(top.id, today), measures: OWED_MEASURES },
    { enabled: account.owed },
  );
  const received = useAggregate(
    "payment",
    { filter: receivedFilter(top.id), measures: PAID_MEASURES },
    { enabled: account.received },
  );
  return (
    <dl className="group-totals">
      <Figure
        label={say("groupCustomers")}
        value={all.data?.totals.count}
        object={object.name}
        filter={groupFilter(top.id)}
      />
      <Figure
        label={say("groupContacts")}
        value={people.data?.totals.count}
        object="contact"
        filter={peopleFilter(top.id)}
      />
      <Figure
        label={say("groupOpen")}
        value={open.data?.totals.count}
        object="opportunity"
        filter={dealsFilter(top.id, "open")}
      />
      <Figure
        label={say("groupOpenAmount")}
        value={open.data && (open.data.totals.sum_amount ?? 0)}
        object="opportunity"
        filter={dealsFilter(top.id, "open")}
      />
      <Figure
        label={say("groupWonAmount")}
        value={won.data && (won.data.totals.sum_amount ?? 0)}
        object="opportunity"
        filter={dealsFilter(top.id, "won")}
      />
      <Figure
        label={say("groupOwed")}
        value={owed.data && openOf(owed.data.totals)}
        object="payment-plan"
        filter={owedFilter(top.id)}
      />
      <Figure
        label={say("groupLate")}
        value={late.data && openOf(late.data.totals)}
        object="payment-plan"
        filter={owedFilter(top.id, today)}
      />
      <Figure
        label={say("groupReceived")}
        value={received.data && (received.data.totals.sum_amount ?? 0)}
        object="payment"
        filter={receivedFilter(top.id)}
      />
      {counted && (
        <Figure
          label={say("groupRevenue", { field: revenue.label })}
          value={all.data?.totals.sum_revenue}
          object={object.name}
          filter={groupFilter(top.id)}
        />
      )}
      <Figure
        label={say("groupOverdue")}
        value={overdue.data?.totals.count}
        object={object.name}
        filter={overdueFilter(top.id, today)}
      />
    </dl>
  );
}

function Figure({
  label,
  value,
  object,
  filter,
}: {
  label: string;
  value: unknown;
  object: string;
  filter: Filter;
}) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link href={listOf(object, filter)}>{value === null ? "–" : Number(value).toLocaleString()}</Link>
      </dd>
    </div>
  );
}

/** The list of an object, filtered. */
export function listOf(object: string, filter: Filter): string {
  return `${addressOf.list(object)}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
