import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Modal } from "antd";
import { useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { api } from "~/kernel/api/api";
import { EditingLine } from "~/kernel/editing/EditingLine";
import { useSay } from "~/kernel/i18n/language";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EndpointForm } from "./EndpointForm";
import { EndpointsPage } from "./EndpointsPage";
import { webhookWords } from "./messages";
import { Tally } from "./Tally";
import { type All, WEBHOOKS, type Webhook } from "./webhooks";

/** Other systems that are told of what happens to records. */
export default function WebhooksPage() {
  const say = useSay(webhookWords);
  const [secret, setSecret] = useState<{ name: string; secret: string } | null>(null);
  return (
    <AdministratorsOnly>
      <EndpointsPage<Webhook, All>
        path="/webhooks"
        queryKey={WEBHOOKS}
        name="webhook"
        words={{
          title: say("title"),
          text: say("text"),
          add: say("add"),
          none: say("none"),
          noneText: say("noneText"),
        }}
        line={(webhook, all, onOpen) => <Line webhook={webhook} objects={all.objects} onOpen={onOpen} />}
        form={(webhook, all, onClose, onKept) => (
          <EndpointForm
            key={webhook ? `${webhook.id} ${webhook.version}` : "new"}
            webhook={webhook}
            objects={all.objects}
            onClose={onClose}
            onKept={onKept}
            onSecret={setSecret}
          />
        )}
      />
      {secret && <Secret {...secret} onClose={() => setSecret(null)} />}
    </AdministratorsOnly>
  );
}

function Secret({ name, secret, onClose }: { name: string; secret: string; onClose: () => void }) {
  const say = useSay(webhookWords);
  return (
    <Modal
      open
      title={say("secretOf", { name })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{say("close")}</Button>}
    >
      <Alert type="warning" showIcon title={say("secretOnce")} style={{ marginBlockEnd: 12 }} />
      <CopyText text={secret} label={say("copy")} />
    </Modal>
  );
}

interface LineProps {
  webhook: Webhook;
  objects: All["objects"];
  onOpen: () => void;
}

function Line({ webhook, objects, onOpen }: LineProps) {
  const say = useSay(webhookWords);
  const queries = useQueryClient();
  const { name, address, acting, interests, version } = webhook;
  async function turn(active: boolean) {
    const body = { name, address, acting: acting.id, interests, version, active };
    await api.put(`/webhooks/${webhook.id}`, body, { said: say("saved") });
    await queries.invalidateQueries({ queryKey: WEBHOOKS });
  }
  const told = interests.map(({ object }) => objects.find(each => each.name === object)?.label ?? object);
  return (
    <EditingLine
      edit={say("edit", { name })}
      onOpen={onOpen}
      active={webhook.active}
      activeOf={say("activeOf", { name })}
      turn={turn}
    >
      <b>{name}</b>
      <span className="quiet webhook-address">{address}</span>
      <span className="quiet">{[acting.label, ...told].join(" · ")}</span>
      <Tally {...webhook} />
    </EditingLine>
  );
}
