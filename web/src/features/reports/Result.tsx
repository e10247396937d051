import { Alert, Button } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { AnswerView } from "~/kernel/charts/AnswerView";
import type { Answer, Mark } from "~/kernel/charts/answer";
import type { Place } from "~/kernel/charts/Drawing";
import type { Sorting } from "~/kernel/charts/FigureTable";
import type { ChartChoice } from "~/kernel/charts/kinds";
import { useSay } from "~/kernel/i18n/language";
import { shortTime } from "~/kernel/text/dates";
import { reportWords } from "./messages";
import type { Question } from "./question";
import type { Run } from "./reports";

interface Props {
  run: Run;
  found: { question: Question; answer: Answer } | null;
  chart: Partial<ChartChoice>;
  label: string;
  /** What is wrong with a part shows there then. */
  editing: boolean;
  onSort: (sort: Sorting) => void;
  onPick: (mark: Mark, place: Place) => void;
  onPicture: (picture: (() => string) | null) => void;
}

/** What was found; dimmed while the next answer comes, and told why none comes. */
export function Result({ run, found, chart, label, editing, onSort, onPick, onPicture }: Props) {
  const say = useSay(reportWords);
  const refusalText = useRefusalText();
  const toldElsewhere = editing && Object.keys(run.faults).some(part => PARTS.test(part));
  return (
    <>
      {run.error !== null && !run.busy && !toldElsewhere && (
        <Alert
          type="warning"
          showIcon
          title={refusalText(run.error)}
          action={
            <Button size="small" onClick={run.again}>
              {say("retry")}
            </Button>
          }
        />
      )}
      {found && (
        <div className="report-result" aria-busy={run.busy} data-old={run.busy || run.error !== null}>
          <AnswerView
            answer={found.answer}
            choice={chart}
            label={label}
            compare={found.question.compare}
            sort={found.question.sort}
            onSort={onSort}
            onPick={onPick}
            onPicture={onPicture}
          />
        </div>
      )}
      {found && (
        <p className="report-as-of quiet" role="status">
          {run.busy ? say("busy") : say("asOf", { at: shortTime(found.answer.at) })}
        </p>
      )}
    </>
  );
}

/** The parts of a question that show what is wrong with them. */
const PARTS = /^(rows|columns|measures|period|compare|filter|sort|top|having)/;
