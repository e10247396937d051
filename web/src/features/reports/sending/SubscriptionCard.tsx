import { Button, Tag } from "antd";
import { useState } from "react";
import type { Subscription } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { addressOfKept } from "../kept";
import { sendingWords } from "./messages";
import { Results } from "./Results";
import { scheduleText, useSending } from "./subscriptions";

interface Props {
  subscription: Subscription;
  /** Says which report or dashboard it is of. */
  named?: boolean;
  onEdit: () => void;
}

/** One that somebody sends: when, to whom, what became of it last, and what can be done with it. */
export function SubscriptionCard({ subscription, named, onEdit }: Props) {
  const say = useSay(sendingWords);
  const sayCommon = useSay(common);
  const language = useLanguage();
  const sending = useSending();
  const [open, setOpen] = useState(false);
  const { state, next, ended } = subscription;
  const time = (moment: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(new Date(moment));
  return (
    <article className="sending-card">
      <header>
        {named && (
          <Link
            href={addressOfKept(
              subscription.kind === "dashboard" ? "dashboards" : "reports",
              subscription.report,
            )}
          >
            {subscription.name}
          </Link>
        )}
        <strong>{scheduleText(subscription.schedule, language)}</strong>
        {state !== "active" && (
          <Tag variant="filled" color={state === "ended" ? "red" : undefined}>
            {say(state === "ended" ? "ended" : "paused")}
          </Tag>
        )}
      </header>
      <p>{say("toWhom", { names: recipients(subscription).join(say("listed")) })}</p>
      {ended && <p className="sending-failed">{ended}</p>}
      <p className="quiet">
        {subscription.last ? <Last last={subscription.last} time={time} /> : say("never")}
        {next && ` · ${say("next", { time: time(next) })}`}
        {!subscription.mine && ` · ${say("owner", { name: subscription.owner.label ?? "" })}`}
      </p>
      <footer>
        {state === "active" && (
          <Button size="small" onClick={() => void sending.setState(subscription, "paused")}>
            {say("pause")}
          </Button>
        )}
        {state !== "active" && (
          <Button size="small" onClick={() => void sending.setState(subscription, "active")}>
            {say("resume")}
          </Button>
        )}
        <Button size="small" onClick={onEdit}>
          {say("edit")}
        </Button>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say("results")}
        </Button>
        <Button size="small" type="text" danger onClick={() => void sending.remove(subscription)}>
          {sayCommon("delete")}
        </Button>
      </footer>
      {open && <Results id={subscription.id} />}
    </article>
  );
}

function recipients({ audience }: Subscription): string[] {
  const all = [...(audience?.people ?? []), ...(audience?.departments ?? []), ...(audience?.roles ?? [])];
  return all.map(({ label }) => label ?? "");
}

function Last({ last, time }: { last: NonNullable<Subscription["last"]>; time: (moment: string) => string }) {
  const say = useSay(sendingWords);
  const { skipped, sent, waiting, nothing, failed } = last;
  const counts = [
    sent > 0 && say("countSent", { count: sent }),
    waiting > 0 && say("countWaiting", { count: waiting }),
    nothing > 0 && say("countNothing", { count: nothing }),
    failed > 0 && say("countFailed", { count: failed }),
  ].filter(each => each !== false);
  const text = say("last", { time: time(last.due), result: skipped ?? counts.join(say("listed")) });
  return failed > 0 || skipped ? <span className="sending-failed">{text}</span> : text;
}
