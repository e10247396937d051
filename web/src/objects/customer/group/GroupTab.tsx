import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import dayjs from "dayjs";
import { lazy, Suspense, useMemo, useState } from "react";
import type { BusinessObject, Filter, Labelled, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { mayChange, refreshRecords, useAggregate, useRecordPage } from "~/kernel/records/records";
import { EmptyState } from "~/ui/EmptyState";
import { type Branch, forest } from "../forest";
import { customerWords } from "../messages";
import { type Deals, dealsFilter, NO_DEALS, ownDeals, rolledUp } from "./deals";
import { groupFilter, overdueFilter, peopleFilter, useTop } from "./group";
import { NOTHING_OWED, type Owed, openOf, owedFilter, ownOwed, receivedFilter } from "./owed";
import "./group.css";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

const SHOWN = ["parentKind", "level", "status", "owner"];
const MOST = 500;
const PAID_MEASURES = [{ function: "sum" as const, field: "amount" }];
const OWED_MEASURES = [...PAID_MEASURES, { function: "sum" as const, field: "received" }];
const DEAL_MEASURES = [{ function: "count" as const }, { function: "sum" as const, field: "amount" }];

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** The group a customer belongs to: what it adds up to, and who stands under whom. */
export default function GroupTab({ object, record }: Props) {
  const say = useSay(customerWords);
  const sayCommon = useSay(common);
  const top = useTop(record);
  if (top.error) {
    return (
      <EmptyState title={top.error.message}>
        <Button onClick={() => void top.refetch()}>{sayCommon("retry")}</Button>
      </EmptyState>
    );
  }
  return top.data ? (
    <Group object={object} record={record} top={top.data} />
  ) : (
    <Skeleton active aria-label={say("group")} />
  );
}

function Group({ object, record, top }: Props & { top: RecordData }) {
  const say = useSay(customerWords);
  const queries = useQueryClient();
  const nameOf = useNameOf(object);
  const [adding, setAdding] = useState(false);
  const fields = ["parent", ...SHOWN].filter(name => fieldOf(object, name));
  const members = useRecordPage(object.name, {
    filter: groupFilter(top.id),
    fields: [object.titleField, ...fields],
    sort: [{ field: object.titleField, descending: false }],
    limit: MOST,
    count: "none",
  });
  const branches = useMemo(
    () =>
      forest(
        members.data?.items ?? [],
        each => each.id,
        each => (each.id === top.id ? null : ((each.parent as Labelled | null)?.id ?? null)),
      ),
    [members.data, top.id],
  );

  const deals = useDeals(top.id, branches);
  const owed = useOwed(top.id, branches);

  return (
    <div className="group">
      <Totals object={object} top={top} />
      <div className="group-tools">
        {object.verbs.create && mayChange(record, "edit") && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {say("addBelow")}
          </Button>
        )}
      </div>
      {members.error && <EmptyState title={members.error.message} />}
      {members.data && branches.length === 1 && branches[0]?.below.length === 0 && (
        <p className="quiet">{say("noGroup")}</p>
      )}
      <Branches
        object={object}
        branches={branches}
        deals={deals}
        owed={owed}
        current={record.id}
        label={say("groupOf", { name: nameOf(top) })}
      />
      {members.data?.next && <p className="quiet">{say("groupMore", { count: MOST })}</p>}
      {adding && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={{ parent: { id: record.id, label: nameOf(record) } }}
            repeatable
            onClose={() => setAdding(false)}
            onCreated={() => {
              setAdding(false);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** What the opportunities of each branch come to, of those one may see; none where they may not be summed up. */
function useDeals(top: number, branches: Branch<RecordData>[]): Map<number, Deals> | null {
  const summed = useSummedDeals();
  const rows = useAggregate(
    "opportunity",
    {
      filter: peopleFilter(top),
      groups: [{ field: "customer" }, { field: "outcome" }],
      measures: DEAL_MEASURES,
    },
    { enabled: summed },
  );
  return useMemo(
    () =>
      rows.data && !rows.data.more
        ? rolledUp(branches, each => each.id, ownDeals(rows.data.rows), NO_DEALS)
        : null,
    [branches, rows.data],
  );
}

/** What each branch owes and has paid, as far as one may see it; none where it may not be summed up. */
function useOwed(top: number, branches: Branch<RecordData>[]): Map<number, Owed> | null {
  const { owed, received } = useSummedOwed();
  const today = dayjs().format("YYYY-MM-DD");
  const groups = [{ field: "customer" }];
  const open = useAggregate(
    "payment-plan",
    { filter: owedFilter(top), groups, measures: OWED_MEASURES },
    { enabled: owed },
  );
  const late = useAggregate(
    "payment-plan",
    { filter: owedFilter(top, today), groups, measures: OWED_MEASURES },
    { enabled: owed },
  );
  const paid = useAggregate(
    "payment",
    { filter: receivedFilter(top), groups, measures: PAID_MEASURES },
    { enabled: received },
  );
  return useMemo(() => {
    const all = [open, late, paid].map(({ data }) => data);
    if (!owed || all.some((data, at) => (data ? data.more : at < 2 || received))) return null;
    const [terms = [], overdue = [], payments = []] = all.map(data => data?.rows ?? []);
    return rolledUp(branches, each => each.id, ownOwed(terms, overdue, payments), NOTHING_OWED);
  }, [branches, open, late, paid, owed, received]);
}

/** May what is owed, and what was received, be summed up by whoever looks? */
function useSummedOwed(): { owed: boolean; received: boolean } {
  const plan = useObject("payment-plan");
  const payment = useObject("payment");
  const sums = (object: BusinessObject | undefined, fields: string[]) =>
    object !== undefined &&
    fields.every(name => {
      const field = fieldOf(object, name);
      return field && field.right !== "masked";
    });
  return {
    owed: sums(plan, ["amount", "received", "customer", "dueDate", "status"]),
    received: sums(payment, ["amount", "customer", "status"]),
  };
}

function useSummedDeals(): boolean {
  const opportunity = useObject("opportunity");
  const amount = opportunity && fieldOf(opportunity, "amount");
  if (!opportunity || !amount) return false;
  return amount.right !== "masked" && fieldOf(opportunity, "outcome") !== undefined;
}

/** Each figure leads to the records it is made of. */
function Totals({ object, top }: { object: BusinessObject; top: RecordData }) {
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

interface BranchesProps {
  object: BusinessObject;
  branches: Branch<RecordData>[];
  deals: Map<number, Deals> | null;
  owed: Map<number, Owed> | null;
  current: number;
  label?: string;
}

function Branches({ object, branches, deals, owed, current, label }: BranchesProps) {
  const nameOf = useNameOf(object);
  return (
    <ul className="group-tree" aria-label={label}>
      {branches.map(({ item, below }) => (
        <li key={item.id}>
          <div className="group-line" aria-current={item.id === current || undefined}>
            <Link href={addressOf.record(object.name, item.id)}>{nameOf(item)}</Link>
            {SHOWN.map(name => {
              const field = fieldOf(object, name);
              return (
                field &&
                !isEmpty(item[name]) && (
                  <span key={name} title={field.label}>
                    <FieldCell field={field} value={item[name]} record={item} object={object.name} />
                  </span>
                )
              );
            })}
            <BranchDeals
              id={item.id}
              whole={below.length > 0}
              deals={deals?.get(item.id)}
              owed={owed?.get(item.id)}
            />
          </div>
          {below.length > 0 && (
            <Branches object={object} branches={below} deals={deals} owed={owed} current={current} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface BranchDealsProps {
  id: number;
  whole: boolean;
  deals?: Deals;
  owed?: Owed;
}

/** What is open, what was won and what is owed, here and below; each leads to its records. */
function BranchDeals({ id, whole, deals = NO_DEALS, owed = NOTHING_OWED }: BranchDealsProps) {
  const say = useSay(customerWords);
  if (deals.open === 0 && deals.wonAmount === 0 && owed.owed === 0) return null;
  return (
    <span className="group-deals number" title={whole ? say("groupWithBelow") : undefined}>
      {deals.open > 0 && (
        <Link href={listOf("opportunity", dealsFilter(id, "open"))}>
          {say("branchOpen", { count: deals.open, amount: deals.openAmount.toLocaleString() })}
        </Link>
      )}
      {deals.wonAmount > 0 && (
        <Link href={listOf("opportunity", dealsFilter(id, "won"))}>
          {say("branchWon", { amount: deals.wonAmount.toLocaleString() })}
        </Link>
      )}
      {owed.owed > 0 && (
        <Link href={listOf("payment-plan", owedFilter(id))}>
          {owed.overdue > 0
            ? say("branchLate", {
                amount: owed.owed.toLocaleString(),
                late: owed.overdue.toLocaleString(),
              })
            : say("branchOwed", { amount: owed.owed.toLocaleString() })}
        </Link>
      )}
    </span>
  );
}

function listOf(object: string, filter: Filter): string {
  return `${addressOf.list(object)}?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}
