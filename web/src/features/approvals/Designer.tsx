import { CheckCircleOutlined, UserOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
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
import { AskForm } from "./AskForm";
import { FlowSettings } from "./FlowSettings";
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
  const sayFlow = useSay(flowWords);
  const queries = useQueryClient();
  const object = useCatalog().find(begun.object);
  const kinds = useApprovalKinds(object);
  const editing = useEditing(begun);
  const { draft, setDraft, errors } = editing;
  const [open, setOpen] = useState<{ node: string; way: number | null } | null>(null);
  const faults = faultsByNode(draft.nodes, errors);
  const shown = open && findNode(draft.nodes, open.node);

  const refresh = () => queries.invalidateQueries({ queryKey: TEMPLATES });

  const save = () =>
    editing.keep(
      async () => {
        const body = bodyOf(draft);
        const said = { said: say("saved") };
        const kept = template
          ? await api.put<Template>(
              `/approvals/templates/${template.id}`,
              { ...body, version: template.version },
              said,
            )
          : await api.post<Template>("/approvals/templates", { ...body, object: draft.object }, said);
        await refresh();
        return kept.id;
      },
      id => onKept(id),
    );

  const remove = () =>
    editing.keep(
      () => api.delete(`/approvals/templates/${template?.id}`, { said: say("removed") }),
      () => {
        onClose();
        return refresh();
      },
    );

  const set = (change: (node: NodeDraft) => NodeDraft) =>
    open && setDraft(now => ({ ...now, nodes: changed(now.nodes, open.node, change) }));

  if (!object) return null;
  const loose = errors.nodes ?? errors.when;
  return (
    <EditingPage
      title={draft.name || say("add")}
      text={object.label}
      editing={editing}
      why={loose ?? (faults.size > 0 ? sayFlow("wrong") : undefined)}
      onSave={save}
      onClose={onClose}
      removal={template && { label: say("remove"), ask: say("removeAsk", { name: draft.name }), act: remove }}
    >
      <FlowSettings object={object} draft={draft} errors={errors} onChange={setDraft} />
      <FlowCanvas
        object={object}
        kinds={kinds}
        nodes={draft.nodes}
        faults={faults}
        start={<FlowEnd icon={<UserOutlined aria-hidden />} title={say("start")} text={say("startText")} />}
        end={<FlowEnd icon={<CheckCircleOutlined aria-hidden />} title={say("end")} text={say("endText")} />}
        onChange={nodes => setDraft({ ...draft, nodes })}
        onOpen={setOpen}
      />
      <Trial draft={draft} />
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
    </EditingPage>
  );
}
