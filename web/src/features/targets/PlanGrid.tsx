import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef } from "react";
import type { TargetYear } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { targetsWords } from "./messages";
import { PlanRow } from "./PlanRow";
import {
  amountOf,
  belowOf,
  blockOf,
  COLUMNS,
  cellKey,
  MONTHS,
  type Row,
  type Spread,
  spread,
  sumOf,
  textOf,
  written,
} from "./plan";
import type { Plan } from "./usePlan";

interface Props {
  data: TargetYear;
  /** Those that are shown. */
  rows: Row[];
  plan: Plan;
  spreads: Spread;
  onPaste: (taken: number, left: number) => void;
}

/** Months of a year for everybody, to be typed, pasted and spread. */
export function PlanGrid({ data, rows, plan, spreads, onPaste }: Props) {
  const say = useSay(targetsWords);
  const chinese = useLanguage() === "zh-CN";
  const table = useRef<HTMLTableElement>(null);
  const { draft, type, faults } = plan;
  const names = useMemo(() => data.months.map(month => monthName(month, chinese)), [data.months, chinese]);
  const editable = data.edits;

  function move(event: KeyboardEvent<HTMLElement>) {
    const at = (event.target as HTMLElement).dataset.at?.split(",").map(Number);
    const by = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    if (!at || by === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = table.current?.querySelector<HTMLInputElement>(
      `[data-at="${(at[0] ?? 0) + by},${at[1] ?? 0}"]`,
    );
    if (next) next.focus();
    else (event.target as HTMLElement).blur();
  }

  /** A block fills the months to the right and below; quarters and the year are passed over. */
  function paste(event: ClipboardEvent<HTMLElement>) {
    const at = (event.target as HTMLElement).dataset.at?.split(",").map(Number);
    const block = blockOf(event.clipboardData.getData("text/plain"));
    const first = COLUMNS[at?.[1] ?? 0];
    if (!at || !block || !editable || first?.length !== 1) return;
    event.preventDefault();
    const cells: Record<string, string> = {};
    let left = 0;
    block.forEach((line, down) => {
      line.forEach((typed, right) => {
        const row = rows[(at[0] ?? 0) + down];
        const month = (first[0] ?? 0) + right;
        if (row && month < MONTHS) cells[cellKey(row, month)] = typed;
        else left++;
      });
    });
    (event.target as HTMLElement).blur();
    type(cells);
    onPaste(Object.keys(cells).length, left);
  }

  function fill(row: Row, months: readonly number[], total: number | null) {
    const weights = months.map(month => {
      if (spreads === "even") return 0;
      return spreads === "current"
        ? (amountOf(row, month, draft) ?? 0)
        : Number(row.cells[month]?.previous ?? 0);
    });
    const parts = total === null ? [] : spread(total, weights, data.measure.unit);
    type(
      Object.fromEntries(
        months.map((month, at) => [cellKey(row, month), total === null ? "" : written(parts[at] ?? 0)]),
      ),
    );
  }

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="plan-grid" aria-label={say("plan")} tabIndex={0}>
      <table ref={table} onKeyDown={move} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">{say("name")}</th>
            {COLUMNS.map((months, column) => (
              <th key={months.join()} scope="col" data-sum={months.length > 1}>
                {months.length === 1
                  ? names[months[0] ?? 0]
                  : months.length === MONTHS
                    ? say("year")
                    : `Q${Math.ceil(column / 4)}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <PlanRow
              key={`${row.kind}-${row.id}`}
              row={row}
              at={at}
              unit={data.measure.unit}
              names={names}
              texts={row.cells.map((_, month) => textOf(row, month, draft))}
              sums={COLUMNS.map(months => (months.length > 1 ? sumOf(row, months, draft) : null))}
              below={
                row.kind === "department"
                  ? data.months.map((_, month) => belowOf(data.rows, row.id, month, draft))
                  : null
              }
              faults={row.cells.map((_, month) => faults[cellKey(row, month)] ?? "")}
              changed={row.cells.map((_, month) => cellKey(row, month) in draft)}
              editable={editable}
              spreads={spreads}
              onType={(month, text) => type({ [cellKey(row, month)]: text })}
              onFill={(months, total) => fill(row, months, total)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function monthName(first: string, chinese: boolean): string {
  const month = Number(first.slice(5, 7));
  return chinese
    ? `${month}月`
    : new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(new Date(first));
}
