import { useQuery } from "@tanstack/react-query";
import { Alert, Segmented, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Ageing, Filter, Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState, writeQuery } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { type By, dueWithin, type Line, owedBy } from "./ageing";
import { ageingWords } from "./messages";

/** What is owed, by who owes it or who is in charge, and how long it has been due. */
export default function AgeingPage() {
  const say = useSay(ageingWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const by: By = address.by === "owner" ? "owner" : "customer";
  const { data, error } = useQuery({
    queryKey: ["records", "payment-plan", "ageing", by],
    queryFn: ({ signal }) => api.get<Ageing>(`/receivables/ageing?by=${by}`, signal),
    retry: false,
  });
  return (
    <Page title={say("title")} text={say("text")}>
      <Segmented<By>
        aria-label={say("by")}
        value={by}
        options={(["customer", "owner"] as const).map(each => ({ value: each, label: say(each) }))}
        onChange={next => change({ by: next }, { replace: true })}
      />
      {error && <Alert type="info" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && <Table ageing={data} by={by} />}
    </Page>
  );
}

function Table({ ageing, by }: { ageing: Ageing; by: By }) {
  const say = useSay(ageingWords);
  const lines: Line[] = ageing.lines;
  const rows = lines.length > 0 ? [{ ...ageing.total, whole: true }, ...lines] : [];
  const titleOf = ({ from, to }: Ageing["buckets"][number]) => {
    if (from === null) return say("notDue");
    return to === null ? say("over", { from: from - 1 }) : say("days", { from, to });
  };
  const amount = (value: string, line: Line, due: Filter | null) =>
    Number(value) === 0 ? (
      <span className="quiet">–</span>
    ) : (
      <Link
        href={addressOf.list("payment-plan") + writeQuery({ filter: JSON.stringify(owedBy(by, line, due)) })}
      >
        {groupDigits(value)}
      </Link>
    );
  const columns: DataColumn<Line>[] = [
    { key: "key", title: say(by), lead: true, cell: line => <Key line={line} by={by} /> },
    { key: "all", title: say("all"), numeric: true, cell: line => <b>{amount(line.all, line, null)}</b> },
    ...ageing.buckets.map((bucket, at) => ({
      key: `due-${bucket.from ?? "not"}`,
      title: titleOf(bucket),
      numeric: true,
      cell: (line: Line) => amount(line.parts[at] ?? "0", line, dueWithin(bucket, ageing.day)),
    })),
  ];
  return (
    <Panel title={say("unit", { currency: ageing.currency })}>
      <DataTable
        label={say("title")}
        columns={columns}
        rows={rows}
        rowKey={line => (line.whole ? "whole" : ((line.key as Labelled | null)?.id ?? "none"))}
        empty={<EmptyState title={say("none")} text={say("noneText")} />}
      />
      {ageing.more && <p className="quiet">{say("more", { count: ageing.lines.length })}</p>}
    </Panel>
  );
}

function Key({ line, by }: { line: Line; by: By }) {
  const say = useSay(ageingWords);
  if (line.whole) return <b>{say("total")}</b>;
  const key = line.key as Labelled | null;
  if (!key) return <span className="quiet">{say("nobody")}</span>;
  return by === "customer" && key.label ? (
    <Link href={addressOf.record("customer", key.id)}>{key.label}</Link>
  ) : (
    (key.label ?? `#${key.id}`)
  );
}
