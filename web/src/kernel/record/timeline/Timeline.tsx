import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Segmented, Skeleton } from "antd";
import { useMemo, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useStream } from "~/kernel/stream/stream";
import { daysFromToday } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { recordWords } from "../messages";
import { ACTIVITY, ATTACHMENT } from "../related/relations";
import { recordStory } from "../saving/useSaveChange";
import { Compose } from "./Compose";
import { byDay } from "./days";
import { Entry } from "./Entry";
import { type Kinds, storyQuery } from "./story";
import "./timeline.css";

/** Everything that happened with a record and its children, in one stream, newest first. */
export function Timeline({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(recordWords);
  const catalog = useCatalog();
  const [kinds, setKinds] = useState<Kinds>("all");
  const activity = catalog.find(ACTIVITY);
  const answer = useInfiniteQuery(storyQuery(object.name, record.id, kinds));
  useChildrenTold(object, record.id);
  const days = useMemo(() => byDay(answer.data?.pages.flatMap(page => page.items) ?? []), [answer.data]);
  const followed = object.capabilities.includes("followed");
  const composes = activity?.verbs.create && object.capabilities.includes("discussed");

  return (
    <div className="timeline">
      {composes && <Compose activity={activity} object={object} record={record} />}
      <Segmented<Kinds>
        size="small"
        aria-label={say("timelineFilter")}
        value={kinds}
        options={[
          { value: "all", label: say("everything") },
          { value: "activity", label: say(followed ? "activities" : "discussion") },
          { value: "change", label: say("fieldChanges") },
          { value: "file", label: say("files") },
        ]}
        onChange={setKinds}
      />
      {answer.isPending && <Skeleton active />}
      {answer.isError && <EmptyState title={answer.error.message} />}
      {answer.data && days.length === 0 && <EmptyState title={say("timelineEmpty")} />}
      {days.map(({ day, items }) => (
        <section key={day}>
          <h3 className="timeline-day">{dayName(day)}</h3>
          <ol>
            {items.map(item => (
              <Entry
                key={`${item.kind}-${item.operation}-${item.at}-${item.record.object}-${item.record.id}`}
                item={item}
                home={record.id}
                homeObject={object.name}
              />
            ))}
          </ol>
        </section>
      ))}
      {answer.hasNextPage && (
        <Button type="link" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {say("olderOnes")}
        </Button>
      )}
    </div>
  );

  function dayName(day: string): string {
    const away = daysFromToday(day);
    return away === 0 ? say("today") : away === -1 ? say("yesterday") : day;
  }
}

/** What happens on the children is part of the story too. */
function useChildrenTold(object: BusinessObject, id: number): void {
  const queries = useQueryClient();
  useStream("records", event => {
    const child =
      event.object === ACTIVITY ||
      event.object === ATTACHMENT ||
      object.relations.some(relation => relation.object === event.object);
    if (child) void queries.invalidateQueries({ queryKey: recordStory(object.name, id) });
  });
}
