import { Skeleton } from "antd";
import { lazy, Suspense } from "react";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import type { Answer, Mark } from "./answer";
import type { Place } from "./Drawing";
import { FigureTable, type Sorting } from "./FigureTable";
import { KeyFigures } from "./KeyFigures";
import { type ChartChoice, type ChartKind, shownKind } from "./kinds";
import { chartWords } from "./messages";
import { isDrawn } from "./options/options";
import "./charts.css";

const Drawing = lazy(async () => ({ default: (await import("./Drawing")).Drawing }));

interface Props {
  answer: Answer;
  choice: Partial<ChartChoice>;
  /** Said to screen readers. */
  label: string;
  compare?: "previous" | "lastYear" | null;
  sort?: Sorting | null;
  onSort?: (sort: Sorting) => void;
  onPick?: (mark: Mark, place: Place) => void;
  onPicture?: (picture: (() => string) | null) => void;
}

/** An answer as it was chosen to be shown; what is drawn can be read as a table by those who do not see it. */
export function AnswerView({ answer, choice, label, compare, sort, onSort, onPick, onPicture }: Props) {
  const say = useSay(chartWords);
  const kind = shownKind(answer, choice.kind);
  const chosen: ChartChoice = { ...choice, kind };
  const past = say(compare ?? "before");
  if (answer.dimensions.length > 0 && answer.dimensions.some(({ members }) => members.length === 0)) {
    return <EmptyState title={say("nothing")} text={say("nothingText")} />;
  }
  if (kind === "kpi") return <KeyFigures answer={answer} choice={chosen} past={past} onPick={onPick} />;
  if (!isDrawn(kind)) {
    return (
      <FigureTable
        answer={answer}
        pivot={kind === "pivot"}
        label={label}
        past={past}
        sort={sort}
        onSort={onSort}
        onPick={onPick}
      />
    );
  }
  return (
    <figure className="chart" aria-label={described(answer, kind)}>
      <Suspense fallback={<Skeleton active />}>
        <Drawing
          answer={answer}
          choice={chosen}
          kind={kind}
          past={past}
          onPick={onPick}
          onPicture={onPicture}
        />
      </Suspense>
      <FigureTable answer={answer} pivot={false} label={say("asTable", { name: label })} past={past} unseen />
    </figure>
  );

  function described({ measures, dimensions }: Answer, of: ChartKind): string {
    const comma = say("comma");
    const values = { kind: say(of), measures: measures.map(each => each.label).join(comma) };
    if (dimensions.length === 0) return say("describedTotal", values);
    return say("described", { ...values, dimensions: dimensions.map(each => each.label).join(comma) });
  }
}
