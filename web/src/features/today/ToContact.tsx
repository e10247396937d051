import { useQueries } from "@tanstack/react-query";
import { Segmented, Skeleton } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { RecordPage } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";
import { parseDay, todayHere } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { DueLine } from "./DueLine";
import { type Bucket, bucketOf, contactable, type Due, dueOf, dueQuery, type Whose } from "./due";
import { todayWords } from "./messages";

const BUCKETS: Bucket[] = ["overdue", "dueToday", "soon"];
const LIMIT = 100;

/** Whom to be in touch with, the longest overdue first; done, postponed or called in place. */
export function ToContact({ whose }: { whose: Whose }) {
  const say = useSay(todayWords);
  const today = todayHere();
  const [chosen, setChosen] = useState<Bucket | null>(null);
  const { due, pending, more } = useDue(today, whose);
  const counts = Object.fromEntries(
    BUCKETS.map(bucket => [bucket, due.filter(one => bucketOf(one.at, today) === bucket).length]),
  ) as Record<Bucket, number>;
  const shown = due.filter(one => {
    const bucket = bucketOf(one.at, today);
    return chosen ? bucket === chosen : bucket !== "soon";
  });

  return (
    <Panel
      title={say("toContact")}
      extra={
        due.length > 0 && (
          <Segmented
            size="small"
            aria-label={say("toContact")}
            value={chosen ?? "now"}
            options={[
              { value: "now", label: `${say("now")} ${counts.overdue + counts.dueToday}` },
              ...BUCKETS.map(bucket => ({ value: bucket, label: `${say(bucket)} ${counts[bucket]}` })),
            ]}
            onChange={next => setChosen(next === "now" ? null : (next as Bucket))}
          />
        )
      }
    >
      {pending && <Skeleton active paragraph={{ rows: 4 }} title={false} />}
      {!pending && shown.length === 0 && (
        <EmptyState title={say("nothingDue")} text={say("nothingDueText")} />
      )}
      <ul className="due-list">
        {shown.map(one => (
          <DueLine key={`${one.object.name}/${one.record.id}`} due={one} today={today} />
        ))}
      </ul>
      {more && (
        <p className="due-more">
          <Link href={addressOf.list(more)}>{say("more")}</Link>
        </p>
      )}
    </Panel>
  );
}

function useDue(today: string, whose: Whose): { due: Due[]; pending: boolean; more: string | undefined } {
  const objects = contactable(useCatalog().listed());
  const lastDay = parseDay("+7", today) ?? today;
  const answers = useQueries({
    queries: objects.map(object => {
      const query = dueQuery(object, lastDay, LIMIT, whose);
      return {
        queryKey: recordKeys.list(object.name, query),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.ask<RecordPage>(`/records/${object.name}/query`, query, signal),
      };
    }),
  });
  const due = answers
    .flatMap((answer, index) => {
      const object = objects[index];
      return object ? (answer.data?.items ?? []).map(record => dueOf(object, record)) : [];
    })
    .sort((one, other) => one.at.localeCompare(other.at));
  const full = answers.findIndex(answer => answer.data?.next);
  return { due, pending: answers.some(answer => answer.isPending), more: objects[full]?.name };
}
