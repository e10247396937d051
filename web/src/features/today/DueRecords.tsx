import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Filter, RecordData, RecordPage } from "~/kernel/api/contract";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { daysFromToday, todayHere, wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { dueQuery } from "./deals";

interface ListProps {
  object: BusinessObject;
  filter: Filter;
  /** The day that tells how urgent one is. */
  by: string;
  /** What else is read, for what is done with them. */
  more?: string[];
  title: string;
  when: (days: number) => string;
  late: (days: number) => boolean;
  act: (record: RecordData) => ReactNode;
}

/** Records that are due, the most urgent first; nothing where there are none. */
export function DueRecords({ object, filter, by, more, title, when, late, act }: ListProps) {
  const today = todayHere();
  const query = dueQuery(object, filter, by, more);
  const answer = useQuery({
    queryKey: recordKeys.list(object.name, query),
    queryFn: ({ signal }) => api.ask<RecordPage>(`/records/${object.name}/query`, query, signal),
  });
  const found = answer.data;
  if (!found || found.items.length === 0) return null;
  return (
    <Panel
      title={title}
      extra={
        <Link
          href={addressOf.list(object.name) + writeQuery({ filter: JSON.stringify(filter) })}
          className="number"
        >
          {found.count?.value ?? found.items.length}
        </Link>
      }
    >
      <ul className="returning deals">
        {found.items.map(record => {
          const days = daysFromToday(dayOf(String(record[by])), today);
          return (
            <li key={record.id}>
              <Link href={addressOf.record(object.name, record.id)}>{nameOf(object, record)}</Link>
              <span className={late(days) ? "deals-late" : "quiet"}>{when(days)}</span>
              {act(record)}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** The day of a day or of a moment. */
function dayOf(when: string): string {
  return when.length > 10 ? wallTime(when).slice(0, 10) : when;
}

export function nameOf(object: BusinessObject, record: RecordData): string {
  return String(record[object.titleField] ?? "");
}
