import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { ignoredKey, readIgnored, setIgnored } from "./duplicates";
import { duplicateWords } from "./messages";

/** What somebody has found not to be the same; each pair can be taken back. */
export function IgnoredPairs({ object, onClose }: { object: BusinessObject; onClose: () => void }) {
  const say = useSay(duplicateWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { busy, act } = useAct();
  const pairs = useInfiniteQuery({
    queryKey: ignoredKey(object.name),
    queryFn: ({ pageParam, signal }) => readIgnored(object.name, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
  });
  const items = pairs.data?.pages.flatMap(page => page.items) ?? [];

  const takeBack = (ids: number[]) =>
    act(async () => {
      await setIgnored(object.name, ids, false);
      await queries.invalidateQueries({ queryKey: ignoredKey(object.name) });
      void message.success(say("takenBack"));
    });

  return (
    <Drawer open title={say("ignoredTitle")} onClose={onClose} size={480}>
      {pairs.isPending && <Skeleton active />}
      {pairs.error && <EmptyState title={pairs.error.message} />}
      {pairs.data && items.length === 0 && <EmptyState title={say("ignoredNone")} text={say("ignoredHow")} />}
      <ul className="duplicates-ignored">
        {items.map(pair => {
          const ids = pair.records.map(record => record.id);
          return (
            <li key={ids.join()}>
              <span className="duplicates-pair">
                {pair.records.map(record => (
                  <Link key={record.id} href={addressOf.record(object.name, record.id)} target="_blank">
                    {record.label ?? object.label}
                  </Link>
                ))}
                <span className="quiet">
                  {say("ignoredBy", { name: pair.by ?? "", at: wallTime(pair.at) })}
                </span>
              </span>
              <Button disabled={busy} onClick={() => void takeBack(ids)}>
                {say("takeBack")}
              </Button>
            </li>
          );
        })}
      </ul>
      {pairs.hasNextPage && (
        <Button loading={pairs.isFetchingNextPage} onClick={() => void pairs.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
    </Drawer>
  );
}
