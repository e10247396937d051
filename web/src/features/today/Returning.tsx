import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Filter, RecordPage, RecordQuery } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { daysFromToday, todayHere, wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import type { Whose } from "./due";
import { todayWords } from "./messages";

const SHOWN = 8;
const soonOf = (whose: Whose): Filter => ({
  and: [
    { field: "owner", op: "eq", value: whose },
    { field: "returnsAt", op: "during", value: { next: 7, unit: "day" } },
  ],
});

/** Records that go back to their pool within a week, the first ones first; nothing where none does. */
export function Returning({ whose }: { whose: Whose }) {
  const objects = useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("pooled") && object.verbs.read);
  return objects.map(object => <OfObject key={object.name} object={object} whose={whose} />);
}

function OfObject({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(todayWords);
  const today = todayHere();
  const soon = soonOf(whose);
  const query: RecordQuery = {
    filter: soon,
    fields: [object.titleField, "returnsAt"],
    sort: [{ field: "returnsAt", descending: false }],
    limit: SHOWN,
    count: "capped",
  };
  const answer = useQuery({
    queryKey: recordKeys.list(object.name, query),
    queryFn: ({ signal }) => api.ask<RecordPage>(`/records/${object.name}/query`, query, signal),
  });
  const found = answer.data;
  if (!found || found.items.length === 0) return null;
  const list = addressOf.list(object.name) + writeQuery({ filter: JSON.stringify(soon) });
  return (
    <Panel
      title={say("returning", { object: object.plural })}
      extra={
        <Link href={list} className="number">
          {found.count?.value ?? found.items.length}
        </Link>
      }
    >
      <ul className="returning">
        {found.items.map(record => {
          const days = daysFromToday(wallTime(String(record.returnsAt)).slice(0, 10), today);
          return (
            <li key={record.id}>
              <Link href={addressOf.record(object.name, record.id)}>
                {String(record[object.titleField] ?? "")}
              </Link>
              <span className={days <= 3 ? "returning-soon" : "quiet"}>
                {days <= 1 ? say("returnsTonight") : say("returnsIn", { count: days })}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
