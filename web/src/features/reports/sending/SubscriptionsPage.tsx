import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { Subscription } from "~/kernel/api/contract";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { Page, Panel } from "~/ui/Page";
import { addressOfKept } from "../kept";
import { sendingWords } from "./messages";
import { SendingForm } from "./SendingForm";
import { SubscriptionCard } from "./SubscriptionCard";
import { scheduleText, useSending, useSubscriptions } from "./subscriptions";
import "./sending.css";

/** What one receives and may stop receiving, and what one sends. */
export function SubscriptionsPage() {
  const say = useSay(sendingWords);
  const refusalText = useRefusalText();
  const subscriptions = useSubscriptions();
  const [editing, setEditing] = useState<Subscription | null>(null);
  const { received = [], sent = [] } = subscriptions.data ?? {};
  return (
    <Page title={say("mine")} text={say("mineText")} actions={<Link href="/reports">{say("back")}</Link>}>
      {subscriptions.isPending && <Skeleton active />}
      {subscriptions.error && <Alert type="info" showIcon title={refusalText(subscriptions.error)} />}
      {subscriptions.data && (
        <>
          <Panel title={say("received")}>
            {received.length === 0 && <p className="quiet">{say("receivedNone")}</p>}
            {received.map(each => (
              <Received key={each.id} subscription={each} />
            ))}
          </Panel>
          <Panel title={say("sending")}>
            {sent.length === 0 && <p className="quiet">{say("sendingNone")}</p>}
            {sent.map(each => (
              <SubscriptionCard key={each.id} named subscription={each} onEdit={() => setEditing(each)} />
            ))}
          </Panel>
        </>
      )}
      {editing && (
        <SendingForm
          of={{
            kind: editing.kind === "dashboard" ? "dashboard" : "report",
            id: editing.report,
            name: editing.name,
            // whether it may be sent to others is told when it is saved
            shared: true,
            changeable: true,
            shipped: false,
          }}
          subscription={editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}

function Received({ subscription }: { subscription: Subscription }) {
  const say = useSay(sendingWords);
  const language = useLanguage();
  const sending = useSending();
  const { kind, report, name, owner, schedule, receiving } = subscription;
  return (
    <article className="sending-card sending-received">
      <div>
        <Link href={addressOfKept(kind === "dashboard" ? "dashboards" : "reports", report)}>{name}</Link>
        <p className="quiet">
          {scheduleText(schedule, language)} · {say("owner", { name: owner.label ?? "" })}
          {receiving === false && ` · ${say("stopped")}`}
        </p>
      </div>
      <Button loading={sending.busy} onClick={() => void sending.receive(subscription, receiving === false)}>
        {say(receiving === false ? "start" : "stop")}
      </Button>
    </article>
  );
}
