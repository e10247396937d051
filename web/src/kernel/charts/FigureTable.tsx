import { CaretDownOutlined, CaretUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo, useState } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Answer, Cells, growthOf, type Mark, type Measure, numberOf } from "./answer";
import type { Place } from "./Drawing";
import { type Column, gridOf, type Head, markOf, type Row } from "./grid";
import { chartWords } from "./messages";
import { figureText, growthText } from "./reading";

export interface Sorting {
  by: string;
  descending: boolean;
}

interface Props {
  answer: Answer;
  pivot: boolean;
  label: string;
  past: string;
  sort?: Sorting | null;
  onSort?: (sort: Sorting) => void;
  onPick?: (mark: Mark, place: Place) => void;
  /** Only read to those who do not see the drawing it stands for. */
  unseen?: boolean;
}

/** How many figures are shown until more are asked for; beside a drawing fewer, for nobody leafs through those. */
const SHOWN = 6000;
const UNSEEN = 1000;

/** The figures of an answer as a table with subtotals and the total. */
export function FigureTable({ answer, pivot, label, past, sort, onSort, onPick, unseen }: Props) {
  const language = useLanguage();
  const say = useSay(chartWords);
  const [pages, setPages] = useState(1);
  const cells = useMemo(() => new Cells(answer), [answer]);
  const grid = useMemo(
    () => gridOf(answer, pivot, language, past, unseen ? UNSEEN : SHOWN * pages),
    [answer, pivot, language, past, unseen, pages],
  );
  return (
    <section className={unseen ? "sr-only" : "figures"} aria-label={label} tabIndex={unseen ? undefined : 0}>
      <table>
        <thead>
          {grid.heads.map((heads, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a head have no other name
            <tr key={at}>
              {at === 0 &&
                grid.corner.map((name, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two dimensions may have one name
                  <th key={place} scope="col" rowSpan={grid.heads.length} className="figures-corner">
                    {name}
                  </th>
                ))}
              {heads.map(head => (
                <HeadCell key={head.key} head={head} answer={answer} sort={sort} onSort={onSort} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {grid.rows.map(row => (
            <tr key={row.key} data-kind={row.kind}>
              {row.names.map(name => (
                <th key={name.spot.at.join()} scope="row" rowSpan={name.span} colSpan={name.across}>
                  {name.text}
                </th>
              ))}
              {grid.columns.map(column => (
                <FigureCell
                  key={column.key}
                  row={row}
                  column={column}
                  cells={cells}
                  measure={answer.measures[column.measure] as Measure}
                  onPick={onPick}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {grid.rest > 0 && !unseen && (
        <Button type="link" onClick={() => setPages(now => now + 1)}>
          {say("moreRows", { count: grid.rest })}
        </Button>
      )}
    </section>
  );
}

interface HeadProps extends Pick<Props, "answer" | "sort" | "onSort"> {
  head: Head;
}

function HeadCell({ head, answer, sort, onSort }: HeadProps) {
  const say = useSay(chartWords);
  const { column } = head;
  const name = column && answer.measures[column.measure]?.name;
  const sortable =
    onSort && column && name && column.total && column.spot.by.length === 0 && column.part === "value";
  const sorted = sortable && sort?.by === name ? sort : null;
  return (
    <th
      scope="col"
      colSpan={head.span}
      rowSpan={head.rows}
      aria-sort={sorted ? (sorted.descending ? "descending" : "ascending") : undefined}
      className={column ? "figures-number" : "figures-group"}
    >
      {sortable ? (
        <button
          type="button"
          title={say("sortBy", { name: head.text })}
          onClick={() => onSort({ by: name, descending: sorted ? !sorted.descending : true })}
        >
          {head.text}
          {sorted &&
            (sorted.descending ? <CaretDownOutlined aria-hidden /> : <CaretUpOutlined aria-hidden />)}
        </button>
      ) : (
        head.text
      )}
    </th>
  );
}

interface CellProps {
  row: Row;
  column: Column;
  cells: Cells;
  measure: Measure;
  onPick?: Props["onPick"];
}

function FigureCell({ row, column, cells, measure, onPick }: CellProps) {
  const mark = markOf(row, column);
  const value = cells.value(mark);
  if (column.part === "growth") {
    const growth = growthOf(value, cells.before(mark));
    return (
      <td className={growth !== null && growth < 0 ? "figures-less" : "figures-more"}>
        {growthText(growth)}
      </td>
    );
  }
  const shown = column.part === "before" ? cells.before(mark) : value;
  const text = figureText(measure, shown);
  const negative = (numberOf(shown) ?? 0) < 0 ? "figures-below" : undefined;
  if (!onPick || column.part === "before" || shown === null) return <td className={negative}>{text}</td>;
  return (
    <td className={negative}>
      <button
        type="button"
        aria-haspopup="menu"
        onClick={event => {
          const box = event.currentTarget.getBoundingClientRect();
          onPick(mark, { x: box.left + box.width / 2, y: box.bottom });
        }}
      >
        {text}
      </button>
    </td>
  );
}
