import {
  ArrowLeftOutlined,
  CheckCircleOutlined,
  DeleteOutlined,
  ThunderboltOutlined,
} from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Checkbox, Input, Switch } from "antd";
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
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { Page, Panel } from "~/ui/Page";
import { AUTOMATIONS, type ObjectOffer } from "./AutomationsPage";
import { CallsPanel } from "./CallsPanel";
import { designerWords, pageWords } from "./messages";
import { type Automation, bodyOf, type PlanDraft, type StepDraft } from "./plan";
import { RunsPanel } from "./RunsPanel";
import { StepForm } from "./StepForm";
import { Trial } from "./Trial";
import { TriggerForm } from "./TriggerForm";
import { type Count, useStepKinds } from "./useStepKinds";

interface Props {
  /** Null for one that is not kept yet. */
  automation: Automation | null;
  begun: PlanDraft;
  offer: ObjectOffer | undefined;
  onClose: () => void;
  onKept: (id: number) => void;
}

/** One automation: when it begins, and its steps from the top down. */
export function Designer({ automation, begun, offer, onClose, onKept }: Props) {
  const say = useSay(designerWords);
  const sayPage = useSay(pageWords);
  const sayFlow = useSay(flowWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { modal } = App.useApp();
  const catalog = useCatalog();
  const object = catalog.find(begun.object);
  const [draft, setDraft] = useState(begun);
  const [open, setOpen] = useState<{ node: string; way: number | null } | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const counts = useQuery({
    queryKey: ["automation-counts", automation?.id],
    queryFn: ({ signal }) => api.get<{ items: Count[] }>(`/workflows/${automation?.id}/counts`, signal),
    enabled: automation !== null,
  });
  const kinds = useStepKinds(object, counts.data?.items ?? []);
  const errors = refusal instanceof Problem ? refusal.byField() : {};
  const faults = faultsByNode(draft.nodes, errors);
  const shown = open && findNode(draft.nodes, open.node);
  const set = (change: (node: StepDraft) => StepDraft) =>
    open && setDraft(now => ({ ...now, nodes: changed(now.nodes, open.node, change) }));

  async function save() {
    setBusy(true);
    setRefusal(null);
    try {
      const body = bodyOf(draft, catalog.objects);
      const said = { said: sayPage("saved") };
      const kept = automation
        ? await api.put<Automation>(
            `/workflows/${automation.id}`,
            { ...body, version: automation.version },
            said,
          )
        : await api.post<Automation>("/workflows", { ...body, object: draft.object }, said);
      await queries.invalidateQueries({ queryKey: AUTOMATIONS });
      onKept(kept.id);
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
        await api.delete(`/workflows/${automation?.id}`, { said: say("removed") });
        await queries.invalidateQueries({ queryKey: AUTOMATIONS });
        onClose();
      },
    });

  if (!object) return null;
  const loose = errors.nodes ?? errors.when ?? errors.trigger;
  return (
    <Page
      title={draft.name || sayPage("add")}
      text={object.label}
      actions={
        <>
          <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
            {say("backToList")}
          </Button>
          {automation && (
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
        {automation?.fault && <Alert type="warning" showIcon title={automation.fault} />}
        <Panel title={say("settings")}>
          <div className="flow-settings">
            <FormRow id="automation-name" label={say("name")} required error={errors.name}>
              <Input
                id="automation-name"
                maxLength={60}
                autoComplete="off"
                value={draft.name}
                onChange={event => setDraft({ ...draft, name: event.target.value })}
              />
            </FormRow>
            <FormRow
              id="automation-acting"
              label={say("acting")}
              help={say("actingHelp")}
              error={errors.acting}
            >
              <PersonPicker
                id="automation-acting"
                value={draft.acting}
                onChange={acting => setDraft({ ...draft, acting })}
              />
            </FormRow>
            <TriggerForm
              object={object}
              trigger={draft.trigger}
              events={offer?.events ?? []}
              errors={errors}
              onChange={trigger => setDraft({ ...draft, trigger })}
            />
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
          <p className="flow-switch">
            <Switch
              id="automation-active"
              checked={draft.active}
              onChange={active => setDraft({ ...draft, active })}
            />
            <label htmlFor="automation-active">{say("active")}</label>
            <Checkbox
              checked={draft.again}
              onChange={event => setDraft({ ...draft, again: event.target.checked })}
            >
              {say("again")}
            </Checkbox>
          </p>
        </Panel>
        <FlowCanvas
          object={object}
          kinds={kinds}
          nodes={draft.nodes}
          faults={faults}
          start={
            <FlowEnd
              icon={<ThunderboltOutlined aria-hidden />}
              title={say(draft.trigger.kind)}
              text={say("beginText")}
            />
          }
          end={
            <FlowEnd icon={<CheckCircleOutlined aria-hidden />} title={say("end")} text={say("endText")} />
          }
          onChange={nodes => setDraft({ ...draft, nodes })}
          onOpen={setOpen}
        />
        <Trial draft={draft} onRefused={setRefusal} />
        {automation?.trigger.kind === "called" && <CallsPanel automation={automation} />}
        {automation && <RunsPanel automation={automation} />}
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
          <StepForm
            object={object}
            step={shown}
            commands={offer?.commands ?? []}
            called={draft.trigger.kind === "called"}
            onChange={part => set(now => ({ ...now, ...part }))}
          />
        </NodeDrawer>
      )}
    </Page>
  );
}
