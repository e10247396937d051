import { CheckOutlined, CloseOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { lazy, Suspense, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field, RecordData, StageStep } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { stagesOf, usePipelines } from "~/kernel/pipelines/pipelines";
import { refreshRecords } from "~/kernel/records/records";
import { GivenUp, recordStory, useSaveChange } from "../saving/useSaveChange";
import { stageWords } from "./messages";
import { daysSpent } from "./spent";
import "./stages.css";

const StageTasks = lazy(() => import("./StageTasks"));

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** The way a record goes from stage to stage, how long it stood in each, and a step with one click. */
export function StagePath({ object, record }: Props) {
  const pipelines = usePipelines(object);
  const field = fieldOf(object, pipelines?.stageField ?? "");
  const pipeline = pipelines?.pipelines.find(each => each.key === record[pipelines.pipelineField]);
  if (!field || !pipeline || field.right === "masked") return null;
  const tasks = pipeline.stages.find(stage => stage.key === record[field.name])?.tasks ?? [];
  return (
    <>
      <Path object={object} record={record} field={field} stages={stagesOf(pipeline)} />
      {tasks.length > 0 && (
        <Suspense fallback={<div className="stage-tasks" />}>
          <StageTasks object={object} record={record} tasks={tasks} />
        </Suspense>
      )}
    </>
  );
}

function Path({ object, record, field, stages }: Props & { field: Field; stages: string[] }) {
  const say = useSay(stageWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const { save, dialog } = useSaveChange(object);
  const [busy, setBusy] = useState(false);
  const steps = useQuery({
    queryKey: [...recordStory(object.name, record.id), "stages", record.version],
    queryFn: ({ signal }) =>
      api.get<{ items: StageStep[] }>(`/pipelines/of/${object.name}/${record.id}`, signal),
  });
  const spent = daysSpent(steps.data?.items ?? [], new Date());
  const here = stages.indexOf(record[field.name] as string);
  const editable = isEditable(object, field, record);
  const closed = here >= stages.length - 2;

  async function move(stage: string, name: string) {
    setBusy(true);
    try {
      await save(record, { [field.name]: stage }, say("moved", { name }));
    } catch (cause) {
      if (!(cause instanceof GivenUp)) void message.error(refusalText(cause));
    }
    await refreshRecords(queries);
    setBusy(false);
  }

  return (
    <nav className="stage-path" aria-label={say("path")}>
      <ol>
        {stages.map((stage, at) => {
          const option = field.options?.find(each => each.value === stage);
          const name = option?.label ?? stage;
          const days = spent.get(stage);
          const end = at >= stages.length - 2;
          return (
            <li
              key={stage}
              data-state={at === here ? "here" : !end && (at < here || closed) ? "done" : "ahead"}
              data-end={end ? stage : undefined}
            >
              <button
                type="button"
                disabled={!editable || busy || at === here}
                aria-current={at === here ? "step" : undefined}
                aria-label={at === here ? say("now", { name }) : say("moveTo", { name })}
                title={at === here ? name : say("moveTo", { name })}
                onClick={() => void move(stage, name)}
              >
                {end && (stage === "won" ? <CheckOutlined aria-hidden /> : <CloseOutlined aria-hidden />)}
                <span className="stage-name">{name}</span>
                {days !== undefined && !end && (
                  <span className="stage-days number">{say("days", { count: days })}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
      {dialog}
    </nav>
  );
}
