import { ApartmentOutlined, UserOutlined } from "@ant-design/icons";
import { memo } from "react";
import { useSay } from "~/kernel/i18n/language";
import "~/kernel/targets/line-name.css";
import { groupDigits, parseDecimal } from "~/kernel/text/decimals";
import { targetsWords } from "./messages";
import { PlanCell } from "./PlanCell";
import { COLUMNS, faultOf, type Row, type Spread, written } from "./plan";

interface Props {
  row: Row;
  at: number;
  unit: string;
  names: string[];
  /** By month. */
  texts: string[];
  /** By column; nothing under months. */
  sums: (number | null)[];
  /** By month; of a department what is aimed at below. */
  below: number[] | null;
  faults: string[];
  changed: boolean[];
  editable: boolean;
  /** How a sum that is typed comes to the months. */
  spreads: Spread;
  onType: (month: number, text: string) => void;
  onFill: (months: readonly number[], total: number | null) => void;
}

function Targets({
  row,
  at,
  unit,
  names,
  texts,
  sums,
  below,
  faults,
  changed,
  editable,
  onType,
  onFill,
}: Props) {
  const say = useSay(targetsWords);
  const department = row.kind === "department";
  return (
    <tr data-department={department}>
      <th scope="row">
        <span
          className="line-name"
          data-department={department}
          style={{ paddingInlineStart: row.depth * 12 }}
        >
          {department ? <ApartmentOutlined aria-hidden="true" /> : <UserOutlined aria-hidden="true" />}
          <span title={row.label}>{row.label}</span>
        </span>
      </th>
      {COLUMNS.map((months, column) => {
        const [month = 0] = months;
        const sum = sums[column] ?? null;
        const single = months.length === 1;
        const from = below && months.reduce((all, each) => all + (below[each] ?? 0), 0);
        const place = single
          ? (names[month] ?? "")
          : column === 0
            ? say("year")
            : `Q${Math.ceil(column / 4)}`;
        return (
          <td key={months.join()} data-sum={!single} data-changed={months.some(each => changed[each])}>
            <PlanCell
              at={`${at},${column}`}
              label={say("cell", { name: row.label, month: place })}
              text={single ? (texts[month] ?? "") : sum === null ? "" : written(sum)}
              fault={single ? (faults[month] ?? "") : ""}
              editable={editable}
              onType={text => {
                if (single) return onType(month, text);
                const total = text.trim() === "" ? null : parseDecimal(text);
                if (total !== undefined && !faultOf(text, unit))
                  onFill(months, total === null ? null : Number(total));
              }}
              late={!single}
            />
            {from !== null && from > 0 && (
              <span className="plan-below" data-differs={differs(single ? texts[month] : sum, from)}>
                Σ {groupDigits(written(from))}
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

/** A row of targets; drawn anew only when something in it changes. */
export const PlanRow = memo(
  Targets,
  (one, other) =>
    one.row === other.row &&
    one.at === other.at &&
    one.names === other.names &&
    one.editable === other.editable &&
    one.spreads === other.spreads &&
    ["texts", "sums", "below", "faults", "changed"].every(part => {
      const [left, right] = [one[part as "texts"], other[part as "texts"]];
      return left === right || String(left) === String(right);
    }),
);

function differs(own: string | number | null | undefined, below: number): boolean {
  const amount = typeof own === "number" ? own : own ? Number(parseDecimal(own)) : null;
  return amount !== null && amount !== below;
}
