import { ArrowLeftOutlined, DeleteOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Select, Switch } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { Page, Panel } from "~/ui/Page";
import { Canvas } from "./Canvas";
import { bodyOf, changed, type FlowDraft, faultsByNode, findNode, removed, type Template } from "./flow";
import { designerWords } from "./messages";
import { NodeDrawer } from "./NodeDrawer";
import { TEMPLATES } from "./TemplatesPage";
import { Trial } from "./Trial";

interface Props {
  /** Null for one that is not kept yet. */
  template: Template | null;
  begun: FlowDraft;
  onClose: () => void;
  onKept: (id: number) => void;
}

/** One flow, drawn from the top down. */
export function Designer({ template, begun, onClose, onKept }: Props) {
  const say = useSay(designerWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { modal } = App.useApp();
  const object = useCatalog().find(begun.object);
  const [draft, setDraft] = useState(begun);
  const [open, setOpen] = useState<{ node: string; way: number | null } | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const faults = faultsByNode(draft.nodes, errors);
  const shown = open && findNode(draft.nodes, open.node);

  async function save() {
    setBusy(true);
    setRefusal(null);
    try {
      const body = bodyOf(draft);
      if (template) {
        const next = { ...body, version: template.version };
        await api.put(`/approvals/templates/${template.id}`, next, { said: say("saved") });
        await queries.invalidateQueries({ queryKey: TEMPLATES });
      } else {
        const next = { ...body, object: draft.object };
        const kept = await api.post<Template>("/approvals/templates", next, { said: say("saved") });
        await queries.invalidateQueries({ queryKey: TEMPLATES });
        onKept(kept.id);
      }
    } catch (cause) {
      setRefusal(cause);
    }
    setBusy(false);
  }

  const remove = () =>
    modal.confirm({
      title: say("removeAsk", { name: draft.name }),
      okText: say("remove"),
      okButtonProps: { danger: true },
      onOk: async () => {
        await api.delete(`/approvals/templates/${template?.id}`, { said: say("removed") });
        await queries.invalidateQueries({ queryKey: TEMPLATES });
        onClose();
      },
    });

  if (!object) return null;
  const loose = Object.entries(errors).find(([path]) => path === "nodes" || path === "when")?.[1];
  return (
    <Page
      title={draft.name || say("add")}
      text={object.label}
      actions={
        <>
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
            {say("backToList")}
          </Button>
          {template && (
            <Button
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={say("remove")}
              title={say("remove")}
              onClick={remove}
            />
          )}
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {sayCommon("save")}
          </Button>
        </>
      }
    >
      <div className="flow">
        {refusal !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={loose ?? (faults.size > 0 ? say("wrong") : refusalText(refusal))}
          />
        )}
        <Panel title={say("settings")}>
          <div className="flow-settings">
            <FormRow id="flow-name" label={say("name")} required error={errors.name}>
              <Input
                id="flow-name"
                maxLength={60}
                autoComplete="off"
                value={draft.name}
                onChange={event => setDraft({ ...draft, name: event.target.value })}
              />
            </FormRow>
            <FormRow id="flow-repeats" label={say("repeats")}>
              <Select
                id="flow-repeats"
                value={draft.repeats}
                options={[
                  { value: "ask", label: say("repeatsAsk") },
                  { value: "notAtOnce", label: say("repeatsAtOnce") },
                  { value: "notAtAll", label: say("repeatsAll") },
                ]}
                onChange={repeats => setDraft({ ...draft, repeats })}
              />
            </FormRow>
            <FormRow id="flow-withdraw" label={say("withdrawable")}>
              <Select
                id="flow-withdraw"
                value={draft.withdrawable}
                options={[
                  { value: "whileRunning", label: say("withdrawWhile") },
                  { value: "beforeFirstWord", label: say("withdrawBefore") },
                ]}
                onChange={withdrawable => setDraft({ ...draft, withdrawable })}
              />
            </FormRow>
            <p className="flow-switch">
              <Switch
                id="flow-active"
                checked={draft.active}
                onChange={active => setDraft({ ...draft, active })}
              />
              <label htmlFor="flow-active">{say("active")}</label>
            </p>
          </div>
          <fieldset className="flow-when">
            <legend>{say("when")}</legend>
            {draft.when === null && <p className="quiet">{say("whenAll")}</p>}
            <FilterBuilder
              object={object}
              filter={draft.when}
              onChange={when => setDraft(now => ({ ...now, when }))}
            />
            {errors.when && <p className="form-row-error">{errors.when}</p>}
          </fieldset>
        </Panel>
        <Canvas
          object={object}
          nodes={draft.nodes}
          faults={faults}
          onChange={nodes => setDraft({ ...draft, nodes })}
          onOpen={setOpen}
        />
        <Trial draft={draft} />
      </div>
      {shown && (
        <NodeDrawer
          object={object}
          nodes={draft.nodes}
          node={shown}
          way={open.way}
          fault={faults.get(shown.id)}
          onChange={change => setDraft(now => ({ ...now, nodes: changed(now.nodes, shown.id, change) }))}
          onMove={nodes => setDraft({ ...draft, nodes })}
          onRemove={() => {
            setOpen(null);
            setDraft({ ...draft, nodes: removed(draft.nodes, shown.id) });
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}
