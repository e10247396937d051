import type { TargetCompletion } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { DoneLink } from "~/kernel/targets/DoneLink";
import { exactText, Figure } from "~/kernel/targets/Figure";
import { LineName } from "~/kernel/targets/LineName";
import { Progress } from "~/kernel/targets/Progress";
import { type Line, paceOf, percentOf } from "~/kernel/targets/targets";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { targetsWords } from "./messages";

/** Departments and, below each, its people: what is aimed at, what is done, and how far that is. */
export function CompletionTable({ completion, all }: { completion: TargetCompletion; all: boolean }) {
  const say = useSay(targetsWords);
  const narrow = useNarrow();
  const { measure } = completion;
  const pace = paceOf(completion.span);
  const lines = completion.lines.filter(line => all || Number(line.aim ?? 0) > 0);
  const columns: DataColumn<Line>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: line => <LineName line={line} />,
    },
    {
      key: "target",
      title: say("target"),
      numeric: true,
      cell: line => (line.aim === null ? null : <Aim completion={completion} line={line} />),
    },
    {
      key: "people",
      title: say("people"),
      numeric: true,
      cell: line => (Number(line.people ?? 0) > 0 ? <People completion={completion} line={line} /> : null),
    },
    {
      key: "done",
      title: say("done"),
      numeric: true,
      cell: line => <DoneLink measure={measure} line={line} />,
    },
    {
      key: "rate",
      title: say("rate"),
      width: narrow ? undefined : "26%",
      cell: line => {
        const percent = percentOf(line);
        return percent === null ? null : <Progress percent={percent} pace={pace} />;
      },
    },
    {
      key: "missing",
      title: say("missing"),
      numeric: true,
      cell: line =>
        line.aim !== null && Number(line.aim) > Number(line.done) ? (
          <Figure measure={measure} amount={(Number(line.aim) - Number(line.done)).toFixed(2)} />
        ) : null,
    },
  ];
  return (
    <DataTable
      label={say("completion")}
      columns={columns}
      rows={lines}
      rowKey={line => `${line.kind}-${line.id}`}
      empty={<EmptyState title={say("nobody")} text={say("nobodyText")} />}
    />
  );
}

/** Its own target; where a department has none, what is aimed at below. */
function Aim({ completion, line }: { completion: TargetCompletion; line: Line }) {
  const say = useSay(targetsWords);
  if (line.aim === null) return null;
  const figure = <Figure measure={completion.measure} amount={line.aim} />;
  return line.target === null ? (
    <span className="quiet" title={say("fromBelow")}>
      Σ {figure}
    </span>
  ) : (
    figure
  );
}

/** What its people aim at together, and how far that is from its own target. */
function People({ completion, line }: { completion: TargetCompletion; line: Line }) {
  const say = useSay(targetsWords);
  const difference = line.target === null ? 0 : Number(line.people) - Number(line.target);
  return (
    <span className="targets-people">
      <Figure measure={completion.measure} amount={line.people ?? "0"} />
      {difference !== 0 && (
        <span className="quiet">
          {say("difference", {
            amount: `${difference > 0 ? "+" : "−"}${exactText(completion.measure, Math.abs(difference).toFixed(2))}`,
          })}
        </span>
      )}
    </span>
  );
}
