import { useLanguage, useSay } from "~/kernel/i18n/language";
import {
  type Answer,
  Cells,
  drawable,
  EVERYTHING,
  growthOf,
  type Mark,
  type Measure,
  numberOf,
} from "./answer";
import type { Place } from "./Drawing";
import type { ChartChoice } from "./kinds";
import { chartWords } from "./messages";
import { drawnMeasure } from "./plot";
import { figureText, growthText, shareText, shortFigure } from "./reading";

interface Props {
  answer: Answer;
  choice: ChartChoice;
  past: string;
  onPick?: (mark: Mark, place: Place) => void;
}

/** The totals as large figures, with their goal, what they were before, and how they went. */
export function KeyFigures({ answer, choice, past, onPick }: Props) {
  const measures = drawable(answer);
  const aimed = drawnMeasure(answer, choice);
  const chosen = measures.filter(index => answer.measures[index]?.name === choice.measure);
  return (
    <ul className="key-figures">
      {(chosen.length ? chosen : measures).map(index => (
        <li key={index}>
          <KeyFigure
            answer={answer}
            index={index}
            goal={index === aimed ? (choice.goal ?? null) : null}
            past={past}
            onPick={onPick}
          />
        </li>
      ))}
    </ul>
  );
}

interface FigureProps {
  answer: Answer;
  index: number;
  goal: string | null;
  past: string;
  onPick: Props["onPick"];
}

function KeyFigure({ answer, index, goal, past, onPick }: FigureProps) {
  const say = useSay(chartWords);
  const language = useLanguage();
  const cells = new Cells(answer);
  const measure = answer.measures[index] as Measure;
  const mark = { ...EVERYTHING, measure: index };
  const value = cells.value(mark);
  const before = cells.before(mark);
  const growth = growthOf(value, before);
  const aimed = numberOf(goal);
  const reached = aimed ? (numberOf(value) ?? 0) / aimed : null;
  const figure = shortFigure(measure, value, language);
  const exact = figureText(measure, value);
  return (
    <div className="key-figure">
      <span className="quiet">{measure.label}</span>
      {onPick && value !== null ? (
        <button
          type="button"
          className="key-figure-value"
          title={exact}
          onClick={event => {
            const box = event.currentTarget.getBoundingClientRect();
            onPick(mark, { x: box.left + box.width / 2, y: box.bottom });
          }}
        >
          {figure}
        </button>
      ) : (
        <span className="key-figure-value" title={exact}>
          {figure}
        </span>
      )}
      {before !== null && (
        <span className="key-figure-note">
          {growth !== null && (
            <b className={growth < 0 ? "figures-less" : "figures-more"}>{growthText(growth)}</b>
          )}{" "}
          <span className="quiet" title={figureText(measure, before)}>
            {past} {shortFigure(measure, before, language)}
          </span>
        </span>
      )}
      {reached !== null && (
        <span className="key-figure-note">
          <progress max={1} value={Math.min(1, Math.max(0, reached))} aria-label={say("goal")} />
          <span className="quiet">
            {say("reached", { share: shareText(reached) })} · {say("goal")}{" "}
            {shortFigure(measure, goal, language)}
          </span>
        </span>
      )}
      <Trend answer={answer} cells={cells} index={index} />
    </div>
  );
}

/** How a figure went over the time it is told by; the table beside it says the same in numbers. */
function Trend({ answer, cells, index }: { answer: Answer; cells: Cells; index: number }) {
  const members = answer.dimensions[0]?.members ?? [];
  if (members.length < 3) return null;
  const values = members.map((_, at) => numberOf(cells.value({ by: [0], at: [at], measure: index })) ?? 0);
  const [least, most] = [Math.min(0, ...values), Math.max(...values)];
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * 100;
    const y = most === least ? 14 : 26 - ((value - least) / (most - least)) * 24;
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg className="key-figure-trend" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(" ")} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
