import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Checkbox, Select } from "antd";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import type { StageTask } from "~/kernel/pipelines/pipelines";
import { addOption } from "./addOption";
import { shifted } from "./draft";
import { pipelineWords } from "./messages";
import { NewName } from "./NewName";

interface Props {
  object: BusinessObject;
  /** The field whose options the tasks are. */
  field: Field;
  /** What the stage is called. */
  name: string;
  tasks: StageTask[];
  /** The tasks of all stages of the pipeline: each is done once. */
  used: string[];
  onChange: (tasks: StageTask[]) => void;
}

/** What there is to do in a stage, in order. */
export function Tasks({ object, field, name, tasks, used, onChange }: Props) {
  const say = useSay(pipelineWords);
  const queries = useQueryClient();
  const options = field.options ?? [];
  const free = options.filter(option => option.active !== false && !used.includes(option.value));
  const append = (key: string) => onChange([...tasks, { key, required: false }]);

  return (
    <section className="stage-tasks-edited" aria-label={say("tasksOf", { name })}>
      <p className="quiet">{tasks.length === 0 ? say("noTasks") : say("tasksText")}</p>
      <ol>
        {tasks.map((task, at) => {
          const label = options.find(option => option.value === task.key)?.label ?? task.key;
          return (
            <li key={task.key}>
              <span>{label}</span>
              <Checkbox
                checked={task.required}
                aria-label={`${label} ${say("required")}`}
                onChange={event =>
                  onChange(
                    tasks.map((each, place) =>
                      place === at ? { ...each, required: event.target.checked } : each,
                    ),
                  )
                }
              >
                {say("required")}
              </Checkbox>
              <span className="stages-acts">
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={say("up", { name: label })}
                  disabled={at === 0}
                  onClick={() => onChange(shifted(tasks, at, -1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<ArrowDownOutlined aria-hidden />}
                  aria-label={say("down", { name: label })}
                  disabled={at === tasks.length - 1}
                  onClick={() => onChange(shifted(tasks, at, 1))}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={say("removeTask", { name: label })}
                  onClick={() => onChange(tasks.filter(each => each !== task))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      <div className="stages-add">
        {free.length > 0 && (
          <Select
            aria-label={say("addTask")}
            placeholder={say("addTask")}
            style={{ minWidth: 160 }}
            value={null}
            options={free.map(({ value, label }) => ({ value, label }))}
            onChange={(key: string | null) => key && append(key)}
          />
        )}
        <NewName
          label={say("newTask")}
          taken={options}
          onName={async task => append(await addOption(queries, object.name, field.name, task))}
        />
      </div>
    </section>
  );
}
