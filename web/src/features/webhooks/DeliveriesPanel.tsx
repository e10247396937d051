import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Drawer, Segmented, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { Panel } from "~/ui/Page";
import { webhookWords } from "./messages";
import { type Delivery, WEBHOOKS, type Webhook, type WholeDelivery } from "./webhooks";

const STATES = ["all", "waiting", "delivered", "parked"] as const;
const COLOURS = { waiting: "processing", delivered: "success", parked: "error" };

/** What an endpoint was told, newest first. */
export function DeliveriesPanel({ webhook }: { webhook: Pick<Webhook, "id" | "parked"> }) {
  const say = useSay(webhookWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const [state, setState] = useState<(typeof STATES)[number]>("all");
  const [open, setOpen] = useState<Delivery | null>(null);
  const key = [...WEBHOOKS, "deliveries", webhook.id];
  const pages = useInfiniteQuery({
    queryKey: [...key, state],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams();
      if (state !== "all") asked.set("state", state);
      if (pageParam !== null) asked.set("before", String(pageParam));
      return api.get<{ items: Delivery[]; next: number | null }>(
        `/webhooks/${webhook.id}/deliveries?${asked}`,
        signal,
      );
    },
    getNextPageParam: page => page.next,
    refetchInterval: query =>
      query.state.data?.pages.some(page => page.items.some(each => each.state === "waiting")) ? 3000 : false,
  });
  const items = pages.data?.pages.flatMap(page => page.items) ?? [];
  const replay = (path: string) =>
    act(async () => {
      await api.post(path, {}, { said: say("replayed") });
      await queries.invalidateQueries({ queryKey: WEBHOOKS });
    });
  return (
    <Panel title={say("log")}>
      <p className="quiet">{say("logText")}</p>
      <div className="webhook-log-head">
        <Segmented
          value={state}
          options={STATES.map(each => ({ value: each, label: say(each === "all" ? "everything" : each) }))}
          onChange={setState}
        />
        {webhook.parked > 0 && (
          <Button loading={busy} onClick={() => void replay(`/webhooks/${webhook.id}/replay`)}>
            {say("replayAll")}
          </Button>
        )}
      </div>
      {pages.isPending && <Skeleton active />}
      {pages.isSuccess && items.length === 0 && <p className="quiet">{say("noLog")}</p>}
      <ul className="webhook-log">
        {items.map(each => (
          <li key={each.id}>
            <Tag color={COLOURS[each.state]}>{say(each.state)}</Tag>
            <span className="webhook-log-line">
              <code>{each.type}</code>
              <span className="quiet">
                {wallTime(each.createdAt)}
                {each.attempts > 0 && ` · ${say("attempts", { count: each.attempts })}`}
                {each.state === "waiting" &&
                  each.attempts > 0 &&
                  ` · ${say("nextAt", { at: wallTime(each.dueAt) })}`}
              </span>
              {each.state !== "delivered" && (each.fault || each.status) && (
                <span className="form-row-error">
                  {each.fault ?? say("status", { status: each.status ?? "" })}
                </span>
              )}
            </span>
            <Button size="small" onClick={() => setOpen(each)}>
              {say("details")}
            </Button>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say("older")}
        </Button>
      )}
      {open && (
        <Whole
          delivery={open}
          busy={busy}
          onReplay={() => void replay(`/webhooks/deliveries/${open.id}/replay`)}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}

interface WholeProps {
  delivery: Delivery;
  busy: boolean;
  onReplay: () => void;
  onClose: () => void;
}

function Whole({ delivery, busy, onReplay, onClose }: WholeProps) {
  const say = useSay(webhookWords);
  const answer = useQuery({
    queryKey: [...WEBHOOKS, "delivery", delivery.id],
    queryFn: ({ signal }) => api.get<WholeDelivery>(`/webhooks/deliveries/${delivery.id}`, signal),
  });
  const { object, record } = delivery;
  return (
    <Drawer
      open
      size={560}
      title={say("messageOf", { type: delivery.type })}
      extra={
        <Button loading={busy} onClick={onReplay}>
          {say("replay")}
        </Button>
      }
      onClose={onClose}
    >
      {answer.isPending && <Skeleton active />}
      {answer.data && (
        <>
          <p>
            <code>{delivery.message}</code>
            {object && record !== null && (
              <>
                {" · "}
                <Link href={addressOf.record(object, record)}>{say("record")}</Link>
              </>
            )}
          </p>
          <h3>{say("tries")}</h3>
          <ol className="webhook-attempts">
            {answer.data.attempts.map(each => (
              <li key={each.at}>
                {wallTime(each.at)}{" "}
                <span className="quiet number">{say("millis", { millis: each.millis })}</span>
                {each.status !== null && <div>{say("status", { status: each.status })}</div>}
                {each.fault && <div className="form-row-error">{each.fault}</div>}
                {each.answer && <pre className="webhook-text">{each.answer}</pre>}
              </li>
            ))}
          </ol>
          <h3>{say("body")}</h3>
          <pre className="webhook-text">{readable(answer.data.body)}</pre>
        </>
      )}
    </Drawer>
  );
}

/** A message for people is its text; one for programs is what it is. */
function readable(body: string): string {
  const said = JSON.parse(body);
  return typeof said.data?.text === "string" ? said.data.text : JSON.stringify(said, null, 2);
}
