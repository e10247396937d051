import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Checkbox, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData, StageTick } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { type StageTask, usePipelines } from "~/kernel/pipelines/pipelines";
import { changeRecord, refreshRecords } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { recordStory } from "../saving/useSaveChange";
import { stageWords } from "./messages";

interface Props {
  object: BusinessObject;
  record: RecordData;
  tasks: StageTask[];
}

/** What there is to do in the stage where a record stands, to be ticked; by whom and when it was done. */
export default function StageTasks({ object, record, tasks }: Props) {
  const say = useSay(stageWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const field = fieldOf(object, usePipelines(object)?.tasksField ?? "");
  const ticks = useQuery({
    queryKey: [...recordStory(object.name, record.id), "ticks", record.version],
    queryFn: ({ signal }) =>
      api.get<{ items: StageTick[] }>(`/pipelines/of/${object.name}/${record.id}/tasks`, signal),
  });
  if (!field || field.right === "masked") return null;
  const tasksField = field.name;
  const done = (record[tasksField] as string[] | null) ?? [];
  const editable = isEditable(object, field, record);

  /** Ticks of two people do not contradict each other: what was changed meanwhile needs no question. */
  async function tick(task: string, on: boolean, said: string, now = { version: record.version, done }) {
    const next = on ? [...now.done, task] : now.done.filter(each => each !== task);
    try {
      await changeRecord(
        object.name,
        { id: record.id, version: now.version },
        { [tasksField]: next },
        { said },
      );
    } catch (cause) {
      if (!(cause instanceof Problem && cause.isStale())) throw cause;
      const { version, current } = cause.body;
      const theirs = tasksField in current ? (current[tasksField] as string[] | null) : now.done;
      await tick(task, on, said, { version, done: theirs ?? [] });
    }
  }

  return (
    <div className="stage-tasks">
      <span className="stage-tasks-title">
        {say("tasks")}{" "}
        <span className="number">
          {tasks.filter(task => done.includes(task.key)).length}/{tasks.length}
        </span>
      </span>
      <ul>
        {tasks.map(({ key, required }) => {
          const name = field.options?.find(option => option.value === key)?.label ?? key;
          const ticked = ticks.data?.items.find(each => each.task === key);
          return (
            <li key={key}>
              <Checkbox
                checked={done.includes(key)}
                disabled={!editable || busy}
                onChange={event =>
                  void act(async () => {
                    const on = event.target.checked;
                    await tick(key, on, say(on ? "taskDone" : "taskOpen", { name }));
                    await refreshRecords(queries);
                  })
                }
              >
                {name}
              </Checkbox>
              {required && !done.includes(key) && <Tag color="orange">{say("required")}</Tag>}
              {ticked && done.includes(key) && (
                <span className="quiet">
                  {ticked.by} {wallTime(ticked.at).slice(5)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
