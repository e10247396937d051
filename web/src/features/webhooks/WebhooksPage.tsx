import { PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Modal, Skeleton, Switch } from "antd";
import { useState } from "react";
import { CopyText } from "~/kernel/acting/CopyText";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { EndpointForm } from "./EndpointForm";
import { webhookWords } from "./messages";
import { Tally } from "./Tally";
import { type All, useWebhooks, WEBHOOKS, type Webhook } from "./webhooks";
import "~/kernel/flow/flow.css";
import "./webhooks.css";

/** Other systems that are told of what happens to records. */
export default function WebhooksPage() {
  return (
    <AdministratorsOnly>
      <Webhooks />
    </AdministratorsOnly>
  );
}

function Webhooks() {
  const [address, change] = useAddressState();
  const [secret, setSecret] = useState<{ name: string; secret: string } | null>(null);
  const answer = useWebhooks();
  if (answer.isPending) return <Skeleton active />;
  if (!answer.data) return <EmptyState title={answer.error?.message} />;
  const all = answer.data;
  const chosen = all.items.find(each => String(each.id) === address.webhook);
  const close = () => change({ webhook: null });
  return (
    <>
      {chosen || address.webhook === "new" ? (
        <EndpointForm
          key={chosen ? `${chosen.id} ${chosen.version}` : "new"}
          webhook={chosen ?? null}
          objects={all.objects}
          onClose={close}
          onKept={id => change({ webhook: String(id) }, { replace: true })}
          onSecret={setSecret}
        />
      ) : (
        <List all={all} onOpen={id => change({ webhook: id })} />
      )}
      {secret && <Secret {...secret} onClose={() => setSecret(null)} />}
    </>
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

function List({ all, onOpen }: { all: All; onOpen: (id: string) => void }) {
  const say = useSay(webhookWords);
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => onOpen("new")}>
          {say("add")}
        </Button>
      }
    >
      {all.items.length === 0 ? (
        <EmptyState title={say("none")} text={say("noneText")} />
      ) : (
        <div className="flows">
          <Panel>
            <ul>
              {all.items.map(each => (
                <li key={each.id}>
                  <Line webhook={each} objects={all.objects} onOpen={() => onOpen(String(each.id))} />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      )}
    </Page>
  );
}

function Line({
  webhook,
  objects,
  onOpen,
}: {
  webhook: Webhook;
  objects: All["objects"];
  onOpen: () => void;
}) {
  const say = useSay(webhookWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const { name, address, acting, interests, version } = webhook;
  const turn = (active: boolean) =>
    act(async () => {
      const body = { name, address, acting: acting.id, interests, version, active };
      await api.put(`/webhooks/${webhook.id}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: WEBHOOKS });
    });
  const told = interests.map(({ object }) => objects.find(each => each.name === object)?.label ?? object);
  return (
    <div className="flow-line">
      <button type="button" aria-label={say("edit", { name })} onClick={onOpen}>
        <b>{name}</b>
        <span className="quiet webhook-address">{address}</span>
        <span className="quiet">{[acting.label, ...told].join(" · ")}</span>
        <Tally {...webhook} />
      </button>
      <Switch
        loading={busy}
        checked={webhook.active}
        aria-label={say("activeOf", { name })}
        onChange={active => void turn(active)}
      />
    </div>
  );
}
