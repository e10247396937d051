import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordPage } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { todayHere } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { birthdayOf, birthdaysFilter, birthdaysQuery, celebrated } from "./birthdays";
import type { Whose } from "./due";
import { todayWords } from "./messages";

const SHOWN = 8;

/** Whose birthday comes within a week; nothing where nobody's does. */
export function Birthdays({ whose }: { whose: Whose }) {
  return celebrated(useCatalog().listed()).map(object => (
    <OfObject key={object.name} object={object} whose={whose} />
  ));
}

function OfObject({ object, whose }: { object: BusinessObject; whose: Whose }) {
  const say = useSay(todayWords);
  const today = todayHere();
  const query = birthdaysQuery(object, whose, SHOWN);
  const answer = useQuery({
    queryKey: recordKeys.list(object.name, query),
    queryFn: ({ signal }) => api.ask<RecordPage>(`/records/${object.name}/query`, query, signal),
  });
  const found = answer.data;
  if (!found || found.items.length === 0) return null;
  const list = addressOf.list(object.name) + writeQuery({ filter: JSON.stringify(birthdaysFilter(whose)) });
  return (
    <Panel
      title={say("birthdays")}
      extra={
        <Link href={list} className="number">
          {found.count?.value ?? found.items.length}
        </Link>
      }
    >
      <ul className="birthdays">
        {found.items.map(record => {
          const birthday = birthdayOf(object, record, today);
          return (
            <li key={record.id}>
              <span className="birthday-who">
                <Link href={addressOf.record(object.name, record.id)}>{birthday.name}</Link>
                {birthday.at?.label && <span className="quiet">{birthday.at.label}</span>}
              </span>
              <span className="birthday-when">
                <span className={birthday.days === 0 ? "birthday-today" : undefined}>
                  {birthday.days === 0 ? say("dueToday") : birthday.day.slice(5)}
                </span>
                <span className="quiet">
                  {[
                    birthday.lunar && say("lunarDay", { day: birthday.lunar }),
                    birthday.age !== null && say("becomes", { age: birthday.age }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
