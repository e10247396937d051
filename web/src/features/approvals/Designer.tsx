import { ArrowLeftOutlined, CheckCircleOutlined, DeleteOutlined, UserOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Select, Switch } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { FlowCanvas, FlowEnd } from "~/kernel/flow/FlowCanvas";
import { flowWords } from "~/kernel/flow/messages";
import { NodeDrawer } from "~/kernel/flow/NodeDrawer";
import { changed, faultsByNode, findNode, removed } from "~/kernel/flow/tree";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { Page, Panel } from "~/ui/Page";
import { AskForm } from "./AskForm";
import { bodyOf, type Editable, type FlowDraft, type NodeDraft, type Template } from "./flow";
import { designerWords } from "./messages";
import { TEMPLATES } from "./TemplatesPage";
import { Trial } from "./Trial";
import { useApprovalKinds } from "./useApprovalKinds";
import { WaitForm } from "./WaitForm";
import { WhoForm } from "./WhoForm";

interface Props {
  /** Null for one that is not kept yet. */
  template: Template | null;
  begun: FlowDraft;
  /** Fields that can be written while deciding. */
  editable: Editable[];
  onClose: () => void;
  onKept: (id: number) => void;
}

/** One flow, drawn from the top down. */
export function Designer({ template, begun, editable, onClose, onKept }: Props) {
  const say = useSay(designerWords);
  const sayCommon = useSay(common);
  const sayFlow = useSay(flowWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { modal } = App.useApp();
  const object = useCatalog().find(begun.object);
  const kinds = useApprovalKinds(object);
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

  const set = (change: (node: NodeDraft) => NodeDraft) =>
    open && setDraft(now => ({ ...now, nodes: changed(now.nodes, open.node, change) }));

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
            title={loose ?? (faults.size > 0 ? sayFlow("wrong") : refusalText(refusal))}
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
            <FormRow id="flow-revoke" label={say("revocable")}>
              <Select
                id="flow-revoke"
                value={draft.revocable}
                options={[
                  { value: "never", label: say("revokeNever") },
                  { value: "byAdministrators", label: say("revokeAdministrators") },
                ]}
                onChange={revocable => setDraft({ ...draft, revocable })}
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
        <FlowCanvas
          object={object}
          kinds={kinds}
          nodes={draft.nodes}
          faults={faults}
          start={<FlowEnd icon={<UserOutlined aria-hidden />} title={say("start")} text={say("startText")} />}
          end={
            <FlowEnd icon={<CheckCircleOutlined aria-hidden />} title={say("end")} text={say("endText")} />
          }
          onChange={nodes => setDraft({ ...draft, nodes })}
          onOpen={setOpen}
        />
        <Trial draft={draft} />
      </div>
      {shown && (
        <NodeDrawer
          object={object}
          kinds={kinds}
          nodes={draft.nodes}
          node={shown}
          way={open.way}
          fault={faults.get(shown.id)}
          onChange={set}
          onMove={nodes => setDraft({ ...draft, nodes })}
          onRemove={() => {
            setOpen(null);
            setDraft({ ...draft, nodes: removed(draft.nodes, shown.id) });
          }}
          onClose={() => setOpen(null)}
        >
          {"who" in shown && (
            <WhoForm
              object={object}
              who={shown.who}
              copy={shown.kind === "copy"}
              onChange={who => set(now => ("who" in now ? { ...now, who } : now))}
            />
          )}
          {shown.kind === "wait" && (
            <WaitForm
              node={shown}
              onChange={part => set(now => (now.kind === "wait" ? { ...now, ...part } : now))}
            />
          )}
          {shown.kind === "ask" && (
            <AskForm
              object={object}
              nodes={draft.nodes}
              node={shown}
              editable={editable}
              onChange={part => set(now => (now.kind === "ask" ? { ...now, ...part } : now))}
            />
          )}
        </NodeDrawer>
      )}
    </Page>
  );
}
