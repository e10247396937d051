import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Switch } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { DeliveriesPanel } from "./DeliveriesPanel";
import { Interests } from "./Interests";
import { webhookWords } from "./messages";
import { type All, type Interest, WEBHOOKS, type Webhook } from "./webhooks";

interface Props {
  /** Null for one that is not kept yet. */
  webhook: Webhook | null;
  objects: All["objects"];
  onClose: () => void;
  onKept: (id: number) => void;
  onSecret: (secret: { name: string; secret: string }) => void;
}

interface Draft {
  name: string;
  address: string;
  active: boolean;
  acting: Labelled | null;
  interests: Interest[];
}

const NEW: Draft = { name: "", address: "", active: true, acting: null, interests: [] };

/** One endpoint: where it is, what it is told, and what it was told. */
export function EndpointForm({ webhook, objects, onClose, onKept, onSecret }: Props) {
  const say = useSay(webhookWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { busy: acting, act } = useAct();
  const editing = useEditing<Draft>(webhook ?? NEW);
  const { draft, set, errors } = editing;
  const refresh = () => queries.invalidateQueries({ queryKey: WEBHOOKS });

  function save() {
    const { name, address, active, interests } = draft;
    const body = { name, address, active, interests, acting: draft.acting?.id };
    const said = { said: say("saved") };
    if (webhook) {
      return editing.keep(async () => {
        await api.put(`/webhooks/${webhook.id}`, { ...body, version: webhook.version }, said);
        await refresh();
      });
    }
    return editing.keep(
      async () => {
        const added = await api.post<{ endpoint: Webhook; secret: string }>("/webhooks", body, said);
        onSecret({ name, secret: added.secret });
        await refresh();
        return added.endpoint.id;
      },
      id => onKept(id),
    );
  }

  const remove = () =>
    editing.keep(
      () => api.delete(`/webhooks/${webhook?.id}`, { said: say("removed") }),
      () => {
        onClose();
        return refresh();
      },
    );

  const replaceSecret = () =>
    modal.confirm({
      title: say("replaceAsk", { name: draft.name }),
      okText: say("replaceSecret"),
      onOk: async () => {
        const made = await api.post<{ secret: string }>(
          `/webhooks/${webhook?.id}/secret`,
          {},
          { said: null },
        );
        onSecret({ name: draft.name, secret: made.secret });
      },
    });

  const test = () =>
    act(async () => {
      await api.post(`/webhooks/${webhook?.id}/test`, {}, { said: say("tested") });
      await queries.invalidateQueries({ queryKey: [...WEBHOOKS, "deliveries"] });
    });

  return (
    <EditingPage
      title={draft.name || say("add")}
      editing={editing}
      onSave={save}
      onClose={onClose}
      removal={webhook && { label: say("remove"), ask: say("removeAsk", { name: draft.name }), act: remove }}
    >
      {(webhook?.off ?? webhook?.fault) && (
        <Alert type="warning" showIcon title={webhook?.off ?? webhook?.fault} />
      )}
      <Panel title={say("settings")}>
        <div className="flow-settings">
          <FormRow id="webhook-name" label={say("name")} required error={errors.name}>
            <Input
              id="webhook-name"
              maxLength={60}
              autoComplete="off"
              value={draft.name}
              onChange={event => set({ name: event.target.value })}
            />
          </FormRow>
          <FormRow
            id="webhook-address"
            label={say("address")}
            help={say("addressHelp")}
            required
            error={errors.address}
          >
            <Input
              id="webhook-address"
              type="url"
              maxLength={1000}
              autoComplete="off"
              placeholder="https://example.com/hooks"
              value={draft.address}
              onChange={event => set({ address: event.target.value.trim() })}
            />
          </FormRow>
          <FormRow id="webhook-acting" label={say("acting")} help={say("actingHelp")} error={errors.acting}>
            <PersonPicker id="webhook-acting" value={draft.acting} onChange={who => set({ acting: who })} />
          </FormRow>
        </div>
        <div className="webhook-tools">
          <p className="flow-switch">
            <Switch id="webhook-active" checked={draft.active} onChange={active => set({ active })} />
            <label htmlFor="webhook-active">{say("active")}</label>
          </p>
          {webhook && (
            <>
              <Button loading={acting} disabled={!webhook.active} onClick={() => void test()}>
                {say("test")}
              </Button>
              <Button onClick={replaceSecret}>{say("replaceSecret")}</Button>
            </>
          )}
        </div>
      </Panel>
      <Interests
        objects={objects}
        interests={draft.interests}
        errors={errors}
        onChange={interests => set({ interests })}
      />
      {webhook && <DeliveriesPanel webhook={webhook} />}
    </EditingPage>
  );
}
