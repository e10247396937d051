import type { Forecast } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { DoneLink } from "~/kernel/targets/DoneLink";
import { Figure } from "~/kernel/targets/Figure";
import { LineName } from "~/kernel/targets/LineName";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { type ForecastLine, gapOf, type PartName, partOf, totalsOf } from "./forecast";
import { forecastWords } from "./messages";
import { SaidCell } from "./SaidCell";

const PARTS = ["commit", "bestCase", "pipeline", "omitted", "byStage", "byModel"] as const;

/** Departments and, below each, its people; each figure opens its deals. */
export function ForecastTable({ forecast, lines }: { forecast: Forecast; lines: ForecastLine[] }) {
  const say = useSay(forecastWords);
  const { measure } = forecast;
  const part = (name: PartName): DataColumn<ForecastLine> => ({
    key: name,
    title: say(name),
    numeric: true,
    cell: line => {
      const open = partOf(line, name);
      return open && Number(open.amount) > 0 ? (
        <DoneLink measure={measure} line={{ done: open.amount, records: open.records }} />
      ) : null;
    },
  });
  const columns: DataColumn<ForecastLine>[] = [
    { key: "name", title: say("name"), lead: true, cell: line => <LineName line={line.standing} /> },
    {
      key: "target",
      title: say("target"),
      numeric: true,
      cell: ({ standing }) => standing.aim && <Figure measure={measure} amount={standing.aim} />,
    },
    {
      key: "won",
      title: say("won"),
      numeric: true,
      cell: ({ standing }) => <DoneLink measure={measure} line={standing} />,
    },
    ...PARTS.filter(name => lines.some(line => Number(partOf(line, name)?.amount ?? 0) > 0)).map(part),
    {
      key: "said",
      title: say("said"),
      numeric: true,
      cell: line => <SaidCell forecast={forecast} line={line} />,
    },
    {
      key: "gap",
      title: say("gap"),
      numeric: true,
      cell: line => {
        const gap = gapOf(totalsOf([line]));
        return gap === null || gap <= 0 ? null : <Figure measure={measure} amount={gap.toFixed(2)} />;
      },
    },
  ];
  return (
    <DataTable
      label={say("title")}
      columns={columns}
      rows={lines}
      rowKey={({ standing }) => `${standing.kind}-${standing.id}`}
      empty={<EmptyState title={say("nobody")} text={say("nobodyText")} />}
    />
  );
}
