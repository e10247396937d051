import { useQueryClient } from "@tanstack/react-query";
import { Button, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Pipelines } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { pipelinesKey, usePipelines } from "~/kernel/pipelines/pipelines";
import { refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { addOption } from "./addOption";
import { wireOf } from "./draft";
import { pipelineWords } from "./messages";
import { NewName } from "./NewName";
import { Stages } from "./Stages";
import "./pipelines.css";

/** The pipelines of the company: stages in order, their rates, and when something rots. */
export default function PipelinesPage() {
  const say = useSay(pipelineWords);
  const { administrator } = useSession().user;
  const object = useCatalog()
    .listed()
    .find(each => each.capabilities.includes("pipelined"));
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  if (!object) return <EmptyState title={say("none")} />;
  return <OfObject object={object} />;
}

function OfObject({ object }: { object: BusinessObject }) {
  const pipelines = usePipelines(object);
  if (!pipelines) return <Skeleton active />;
  return <Editor key={pipelines.version} object={object} known={pipelines} />;
}

function Editor({ object, known }: { object: BusinessObject; known: Pipelines }) {
  const say = useSay(pipelineWords);
  const queries = useQueryClient();
  const editing = useEditing(known);
  const { draft, setDraft } = editing;
  const [shown, setShown] = useState(known.pipelines[0]?.key);
  const nameField = fieldOf(object, known.pipelineField);
  const nameOf = (key: string) => nameField?.options?.find(option => option.value === key)?.label ?? key;
  const pipeline = draft.pipelines.find(each => each.key === shown) ?? draft.pipelines[0];

  const save = () =>
    editing.keep(async () => {
      await api.put(`/pipelines/${object.name}`, wireOf(draft), { said: say("saved") });
      await queries.invalidateQueries({ queryKey: pipelinesKey });
      await refreshRecords(queries);
    });

  async function add(name: string) {
    const key = await addOption(queries, object.name, known.pipelineField, name);
    setDraft(now => ({
      ...now,
      pipelines: [...now.pipelines, { key, stages: pipeline?.stages ?? [] }],
    }));
    setShown(key);
  }

  return (
    <EditingPage
      title={say("title")}
      text={say("text")}
      editing={editing}
      why={Object.values(editing.errors)[0]}
      onSave={save}
      unfinished={!editing.changed}
      acts={<NewName label={say("addPipeline")} taken={nameField?.options ?? []} onName={add} />}
      className="pipelines"
    >
      {draft.pipelines.length > 1 && (
        <Segmented
          aria-label={say("pipeline")}
          value={pipeline?.key}
          options={draft.pipelines.map(({ key }) => ({ value: key, label: nameOf(key) }))}
          onChange={setShown}
        />
      )}
      {pipeline && (
        <Panel
          title={nameOf(pipeline.key)}
          extra={
            draft.pipelines.length > 1 && (
              <Button
                type="link"
                danger
                onClick={() =>
                  setDraft(now => ({
                    ...now,
                    pipelines: now.pipelines.filter(each => each.key !== pipeline.key),
                  }))
                }
              >
                {say("removePipeline")}
              </Button>
            )
          }
        >
          <Stages
            object={object}
            field={fieldOf(object, known.stageField)}
            tasksField={fieldOf(object, known.tasksField)}
            stages={pipeline.stages}
            onChange={stages =>
              setDraft(now => ({
                ...now,
                pipelines: now.pipelines.map(each =>
                  each.key === pipeline.key ? { ...each, stages } : each,
                ),
              }))
            }
          />
          <p className="quiet">
            {say("rules")} <Link href={`/settings/objects/${object.name}`}>{say("openRules")}</Link>
          </p>
        </Panel>
      )}
    </EditingPage>
  );
}
