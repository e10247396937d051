import type { ReactNode } from "react";
import "./data-table.css";
import { useNarrow } from "./useNarrow";

export interface DataColumn<R> {
  key: string;
  title: ReactNode;
  cell: (row: R) => ReactNode;
  /** Numbers stand right-aligned in tabular figures. */
  numeric?: boolean;
  width?: number | string;
  /** Heads the card on a phone, without its title. */
  lead?: boolean;
  /** Something is wrong with this cell. */
  faulty?: (row: R) => boolean;
}

interface DataTableProps<R> {
  /** Said to screen readers. */
  label: string;
  columns: DataColumn<R>[];
  rows: R[];
  rowKey: (row: R) => string | number;
  empty?: ReactNode;
  /** Scrolls inside itself under a head that stays. */
  tall?: boolean;
}

/** Rows and columns to read; on a phone each row is a card. */
export function DataTable<R>(props: DataTableProps<R>) {
  const narrow = useNarrow();
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  return narrow ? <Cards {...props} /> : <Grid {...props} />;
}

function Grid<R>({ label, columns, rows, rowKey, tall }: DataTableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={tall ? "data-grid data-grid-tall" : "data-grid"} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                className={column.numeric ? "data-numeric" : undefined}
                style={{ width: column.width }}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)}>
              {columns.map(column => (
                <td key={column.key} className={cellClass(column, row)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cards<R>({ label, columns, rows, rowKey }: DataTableProps<R>) {
  const lead = columns.filter(column => column.lead);
  const rest = columns.filter(column => !column.lead);
  return (
    <ul className="data-cards" aria-label={label}>
      {rows.map(row => (
        <li key={rowKey(row)}>
          {lead.length > 0 && (
            <div className="data-card-lead">
              {lead.map(column => (
                <div key={column.key}>{column.cell(row)}</div>
              ))}
            </div>
          )}
          <dl>
            {rest.map(column => {
              const value = column.cell(row);
              if (value === null || value === undefined || value === "") return null;
              return (
                <div key={column.key} className={column.faulty?.(row) ? "data-faulty" : undefined}>
                  <dt>{column.title}</dt>
                  <dd>{value}</dd>
                </div>
              );
            })}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function cellClass<R>(column: DataColumn<R>, row: R): string | undefined {
  const names = [column.numeric && "data-numeric", column.faulty?.(row) && "data-faulty"].filter(Boolean);
  return names.length > 0 ? names.join(" ") : undefined;
}
