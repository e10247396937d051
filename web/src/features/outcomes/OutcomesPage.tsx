import { Alert, Segmented, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Field, Filter } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState, writeQuery } from "~/kernel/navigation/navigation";
import { usePipelines } from "~/kernel/pipelines/pipelines";
import { useAggregate } from "~/kernel/records/records";
import { groupDigits, shortNumber } from "~/kernel/text/decimals";
import { ColorTag } from "~/ui/ColorTag";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { outcomeWords } from "./messages";
import { closedIn, type Ended, endedBy, narrowed, PERIODS, type Period, percent } from "./outcomes";
import "./outcomes.css";

const MOST = 100;

/** Why deals were won or lost, and to whom. */
export default function OutcomesPage() {
  const say = useSay(outcomeWords);
  const object = useCatalog()
    .listed()
    .find(each => each.capabilities.includes("pipelined"));
  return (
    <Page title={say("title")} text={say("text")}>
      {object ? <OfObject object={object} /> : <EmptyState title={say("none")} />}
    </Page>
  );
}

function OfObject({ object }: { object: BusinessObject }) {
  const say = useSay(outcomeWords);
  const [address, change] = useAddressState();
  const period = PERIODS.find(each => each === address.period) ?? "year";
  const amount = usePipelines(object)?.amountField;
  const readable = (name: string | undefined) => {
    const field = fieldOf(object, name ?? "");
    return field && field.filterable !== false && field.right !== "masked" ? field : undefined;
  };
  const parts = { lossReason: "lost", competitor: null, wonReason: "won" } as const;
  if (!amount) return <Skeleton active />;
  if (![amount, "outcome", "closedAt"].every(readable))
    return <Alert type="info" showIcon title={say("hidden")} />;
  return (
    <>
      <div className="outcomes-period">
        <span>{say("period")}</span>
        <Segmented<Period>
          aria-label={say("period")}
          value={period}
          options={PERIODS.map(each => ({ value: each, label: say(each) }))}
          onChange={next => change({ period: next }, { replace: true })}
        />
      </div>
      <Overall object={object} filter={closedIn(period)} amount={amount} />
      <div className="outcomes-parts">
        {(Object.keys(parts) as (keyof typeof parts)[]).map(name => {
          const field = readable(name);
          return (
            field && (
              <By
                key={name}
                object={object}
                field={field}
                title={say(name)}
                outcome={parts[name]}
                filter={closedIn(period)}
                amount={amount}
              />
            )
          );
        })}
      </div>
    </>
  );
}

interface Shown {
  object: BusinessObject;
  filter: Filter;
  /** The field of what a deal brings. */
  amount: string;
}

function useEnded({ object, filter, amount }: Shown, field: string | null) {
  const answer = useAggregate(object.name, {
    filter,
    groups: [{ field: "outcome" }, ...(field ? [{ field }] : [])],
    measures: [{ function: "count" }, { function: "sum", field: amount }],
    limit: MOST,
  });
  return { ...answer, ended: answer.data && endedBy(answer.data, field ?? "", amount) };
}

function Overall(props: Shown) {
  const say = useSay(outcomeWords);
  const { ended } = useEnded(props, null);
  const all = ended?.[0];
  if (!all) return null;
  return (
    <dl className="outcomes-overall">
      <Figure label={say("rate")} value={percent(all.won, all.won + all.lost) ?? "–"} />
      <Figure label={say("won")} value={groupDigits(String(all.won))} />
      <Figure label={say("lost")} value={groupDigits(String(all.lost))} />
      <Figure label={say("amountWon")} value={<Amount value={all.amountWon} />} />
      <Figure label={say("amountLost")} value={<Amount value={all.amountLost} />} />
    </dl>
  );
}

function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}

interface ByProps extends Shown {
  field: Field;
  title: string;
  /** Only deals that ended so; null: both, side by side. */
  outcome: "won" | "lost" | null;
}

function By({ field, title, outcome, ...shown }: ByProps) {
  const say = useSay(outcomeWords);
  const refusalText = useRefusalText();
  const { ended, error } = useEnded(shown, field.name);
  if (error) return <Alert type="info" showIcon title={refusalText(error)} />;
  if (!ended) return <Skeleton active />;
  const rows = ended.filter(row => (outcome ? row[outcome] > 0 : row.value !== null));
  const total = rows.reduce((sum, row) => sum + (outcome ? row[outcome] : 0), 0);
  const count = (of: "won" | "lost") => (row: Ended) =>
    row[of] === 0 ? (
      "0"
    ) : (
      <Link
        href={
          addressOf.list(shown.object.name) +
          writeQuery({ filter: JSON.stringify(narrowed(shown.filter, of, field.name, row.value)) })
        }
      >
        {groupDigits(String(row[of]))}
      </Link>
    );
  const columns: DataColumn<Ended>[] = [
    { key: "value", title, lead: true, cell: row => <Value field={field} ended={row} /> },
    ...(outcome
      ? [
          { key: "count", title: say("deals"), numeric: true, cell: count(outcome) },
          {
            key: "share",
            title: say("share"),
            numeric: true,
            cell: (row: Ended) => percent(row[outcome], total),
          },
          {
            key: "amount",
            title: say("amount"),
            numeric: true,
            cell: (row: Ended) => <Amount value={outcome === "won" ? row.amountWon : row.amountLost} />,
          },
        ]
      : [
          { key: "won", title: say("won"), numeric: true, cell: count("won") },
          { key: "lost", title: say("lost"), numeric: true, cell: count("lost") },
          {
            key: "rate",
            title: say("rate"),
            numeric: true,
            cell: (row: Ended) => percent(row.won, row.won + row.lost),
          },
          {
            key: "amountLost",
            title: say("amountLost"),
            numeric: true,
            cell: (row: Ended) => <Amount value={row.amountLost} />,
          },
        ]),
  ];
  return (
    <Panel title={title}>
      <DataTable
        label={title}
        columns={columns}
        rows={rows}
        rowKey={row => String(row.value)}
        empty={<p className="quiet">{say("nothing")}</p>}
      />
    </Panel>
  );
}

function Value({ field, ended }: { field: Field; ended: Ended }) {
  const say = useSay(outcomeWords);
  if (ended.value === null) return <span className="quiet">{say("without")}</span>;
  const option = field.options?.find(each => each.value === ended.value);
  if (option) return <ColorTag color={option.color ?? null}>{option.label}</ColorTag>;
  return <>{ended.label ?? String(ended.value)}</>;
}

function Amount({ value }: { value: number }) {
  const chinese = useLanguage() === "zh-CN";
  return <span title={groupDigits(value.toFixed(2))}>{shortNumber(value, chinese)}</span>;
}
