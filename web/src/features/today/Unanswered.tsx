import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordPage, RecordQuery } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import type { Whose } from "./due";
import { todayWords } from "./messages";

const SHOWN = 8;
const VIEW = "unanswered";

/** Records that nobody has answered in time, the longest overdue first; nothing where there are none. */
export function Unanswered({ whose }: { whose: Whose }) {
  const objects = useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("routed") && object.verbs.read);
  return objects.map(object => <OfObject key={object.name} object={object} whose={whose} />);
}

function OfObject({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(todayWords);
  const query: RecordQuery = {
    view: VIEW,
    filter: { field: "owner", op: "eq", value: whose },
    fields: [object.titleField, "responseDueAt"],
    sort: [{ field: "responseDueAt", descending: false }],
    limit: SHOWN,
    count: "capped",
  };
  const answer = useQuery({
    queryKey: recordKeys.list(object.name, query),
    queryFn: ({ signal }) => api.ask<RecordPage>(`/records/${object.name}/query`, query, signal),
    // time passes without anybody changing a record
    refetchInterval: 60_000,
  });
  const found = answer.data;
  if (!found || found.items.length === 0) return null;
  return (
    <Panel
      title={say("unanswered", { object: object.plural })}
      extra={
        <Link href={addressOf.list(object.name) + writeQuery({ view: VIEW })} className="number">
          {found.count?.value ?? found.items.length}
        </Link>
      }
    >
      <ul className="returning">
        {found.items.map(record => (
          <li key={record.id}>
            <Link href={addressOf.record(object.name, record.id)}>
              {String(record[object.titleField] ?? "")}
            </Link>
            <span className="returning-soon">
              {say("answerDue", { time: wallTime(String(record.responseDueAt)) })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
