import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Button, Skeleton, Tag } from "antd";
import { api } from "~/kernel/api/api";
import type { BusinessObject, HistoryItem, Page, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePersonName } from "~/kernel/people/personName";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { ChangeLines } from "./ChangeLines";
import { recordWords } from "./messages";
import { recordStory } from "./saving/useSaveChange";
import { UndoOperation } from "./UndoOperation";

/** Who changed what and when, and a way back from each operation. */
export function Changes({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(recordWords);
  const personName = usePersonName();
  const answer = useInfiniteQuery({
    queryKey: [...recordStory(object.name, record.id), "history"],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<HistoryItem>>(
        `/records/${object.name}/${record.id}/history${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ""}`,
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
  });
  const acted = useQuery({
    queryKey: [...recordStory(object.name, record.id), "automations"],
    queryFn: ({ signal }) =>
      api.get<{ items: { name: string; operations: number[] }[] }>(
        `/workflows/of/${object.name}/${record.id}`,
        signal,
      ),
  });
  const by = new Map(
    acted.data?.items.flatMap(({ name, operations }) => operations.map(each => [each, name] as const)),
  );
  if (answer.isPending) return <Skeleton active />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;
  const items = answer.data.pages.flatMap(page => page.items);
  if (items.length === 0) return <EmptyState title={say("noChanges")} />;
  return (
    <>
      <ol className="changes">
        {items.map(item => (
          <li key={`${item.operation}-${item.at}`}>
            <div className="changes-head">
              <strong>{personName(item.by)}</strong>
              <span>{say(ACTIONS[item.action], { object: object.label })}</span>
              {by.has(item.operation) && (
                <Tag>{say("byAutomation", { name: by.get(item.operation) ?? "" })}</Tag>
              )}
              <time className="quiet number" dateTime={item.at}>
                {wallTime(item.at)}
              </time>
              {item.undoable && <UndoOperation operation={item.operation} />}
            </div>
            {item.action !== "delete" && <ChangeLines object={object.name} changes={item.changes} />}
          </li>
        ))}
      </ol>
      {answer.hasNextPage && (
        <Button type="link" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {say("olderOnes")}
        </Button>
      )}
    </>
  );
}

export const ACTIONS = {
  create: "created",
  update: "updated",
  delete: "deleted",
  restore: "restored",
} as const;
