import { PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { Subscription } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { sendingWords } from "./messages";
import { SendingForm } from "./SendingForm";
import { SubscriptionCard } from "./SubscriptionCard";
import { type Sendable, useSubscriptionsOn } from "./subscriptions";
import "./sending.css";

/** When and to whom a report or dashboard is sent. */
export function SendingDialog({ of, onClose }: { of: Sendable; onClose: () => void }) {
  const say = useSay(sendingWords);
  const refusalText = useRefusalText();
  const subscriptions = useSubscriptionsOn(of);
  const [editing, setEditing] = useState<Subscription | "new" | null>(null);
  const all = subscriptions.data?.sent ?? [];
  if (editing) {
    return (
      <SendingForm
        of={of}
        subscription={editing === "new" ? null : editing}
        onClose={() => setEditing(null)}
      />
    );
  }
  const add = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing("new")}>
      {say("add")}
    </Button>
  );
  return (
    <Modal open title={say("titleOf", { name: of.name })} width={620} footer={null} onCancel={onClose}>
      <p className="quiet sending-explained">{say("explained")}</p>
      {subscriptions.isPending && <Skeleton active />}
      {subscriptions.error && <Alert type="info" showIcon title={refusalText(subscriptions.error)} />}
      {subscriptions.data && all.length === 0 && <EmptyState title={say("none")}>{add}</EmptyState>}
      {all.length > 0 && (
        <>
          {all.map(each => (
            <SubscriptionCard key={each.id} subscription={each} onEdit={() => setEditing(each)} />
          ))}
          {add}
        </>
      )}
    </Modal>
  );
}
