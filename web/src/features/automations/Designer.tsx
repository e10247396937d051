import { CheckCircleOutlined, ThunderboltOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Checkbox, Input, Switch } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import { useCatalog } from "~/kernel/catalog/catalog";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { FlowCanvas, FlowEnd } from "~/kernel/flow/FlowCanvas";
import { flowWords } from "~/kernel/flow/messages";
import { NodeDrawer } from "~/kernel/flow/NodeDrawer";
import { changed, faultsByNode, findNode, removed } from "~/kernel/flow/tree";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
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
  const queries = useQueryClient();
  const catalog = useCatalog();
  const object = catalog.find(begun.object);
  const editing = useEditing(begun);
  const { draft, setDraft, errors } = editing;
  const [open, setOpen] = useState<{ node: string; way: number | null } | null>(null);
  const counts = useQuery({
    queryKey: ["automation-counts", automation?.id],
    queryFn: ({ signal }) => api.get<{ items: Count[] }>(`/workflows/${automation?.id}/counts`, signal),
    enabled: automation !== null,
  });
  const kinds = useStepKinds(object, counts.data?.items ?? []);
  const faults = faultsByNode(draft.nodes, errors);
  const shown = open && findNode(draft.nodes, open.node);
  const set = (change: (node: StepDraft) => StepDraft) =>
    open && setDraft(now => ({ ...now, nodes: changed(now.nodes, open.node, change) }));

  const refresh = () => queries.invalidateQueries({ queryKey: AUTOMATIONS });

  const save = () =>
    editing.keep(
      async () => {
        const body = bodyOf(draft, catalog.objects);
        const said = { said: sayPage("saved") };
        const kept = automation
          ? await api.put<Automation>(
              `/workflows/${automation.id}`,
              { ...body, version: automation.version },
              said,
            )
          : await api.post<Automation>("/workflows", { ...body, object: draft.object }, said);
        await refresh();
        return kept.id;
      },
      id => onKept(id),
    );

  const remove = () =>
    editing.keep(
      () => api.delete(`/workflows/${automation?.id}`, { said: say("removed") }),
      () => {
        onClose();
        return refresh();
      },
    );

  if (!object) return null;
  const loose = errors.nodes ?? errors.when ?? errors.trigger;
  return (
    <EditingPage
      title={draft.name || sayPage("add")}
      text={object.label}
      editing={editing}
      why={loose ?? (faults.size > 0 ? sayFlow("wrong") : undefined)}
      onSave={save}
      onClose={onClose}
      removal={
        automation && { label: say("remove"), ask: say("removeAsk", { name: draft.name }), act: remove }
      }
    >
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
        end={<FlowEnd icon={<CheckCircleOutlined aria-hidden />} title={say("end")} text={say("endText")} />}
        onChange={nodes => setDraft({ ...draft, nodes })}
        onOpen={setOpen}
      />
      <Trial draft={draft} onRefused={editing.refuse} />
      {automation?.trigger.kind === "called" && <CallsPanel automation={automation} />}
      {automation && <RunsPanel automation={automation} />}
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
    </EditingPage>
  );
}
