import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, InputNumber, Select } from "antd";
import { Fragment, useState } from "react";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { ENDS } from "~/kernel/pipelines/pipelines";
import { ColorTag } from "~/ui/ColorTag";
import { addOption } from "./addOption";
import { newStage, type Stage, shifted } from "./draft";
import { pipelineWords } from "./messages";
import { NewName } from "./NewName";
import { Tasks } from "./Tasks";

interface Props {
  object: BusinessObject;
  /** The field whose options the stages are. */
  field: Field | undefined;
  stages: Stage[];
  /** The field whose options the tasks are. */
  tasksField: Field | undefined;
  onChange: (stages: Stage[]) => void;
}

/** The open stages of one pipeline, in order. */
export function Stages({ object, field, tasksField, stages, onChange }: Props) {
  const say = useSay(pipelineWords);
  const queries = useQueryClient();
  const options = field?.options ?? [];
  const categories = object.fields.find(each => each.name === "forecastCategory")?.options ?? [];
  const used = new Set([...stages.map(stage => stage.key), ...ENDS]);
  const free = options.filter(option => option.active !== false && !used.has(option.value));
  const change = (at: number, part: Partial<Stage>) =>
    onChange(stages.map((stage, each) => (each === at ? { ...stage, ...part } : stage)));
  const [open, setOpen] = useState<string | null>(null);
  const append = (key: string) => onChange([...stages, newStage(key, stages.at(-1))]);

  return (
    <>
      <table className="stages">
        <thead>
          <tr>
            <th scope="col">{say("stage")}</th>
            <th scope="col">{say("rate")}</th>
            <th scope="col">{say("category")}</th>
            <th scope="col">{say("rotting")}</th>
            <th scope="col">{say("tasks")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, at) => {
            const option = options.find(each => each.value === stage.key);
            const name = option?.label ?? stage.key;
            return (
              <Fragment key={stage.key}>
                <tr>
                  <th scope="row">
                    <ColorTag color={option?.color ?? null}>{name}</ColorTag>
                  </th>
                  <td>
                    <InputNumber
                      aria-label={`${name} ${say("rate")}`}
                      min={0}
                      max={100}
                      precision={0}
                      suffix="%"
                      value={Number(stage.rate)}
                      onChange={rate => change(at, { rate: String(rate ?? 0) })}
                    />
                  </td>
                  <td>
                    <Select
                      aria-label={`${name} ${say("category")}`}
                      value={stage.category}
                      options={categories.map(({ value, label }) => ({ value, label }))}
                      onChange={category => change(at, { category })}
                      popupMatchSelectWidth={false}
                    />
                  </td>
                  <td>
                    <InputNumber
                      aria-label={`${name} ${say("rotting")}`}
                      min={1}
                      max={3650}
                      precision={0}
                      placeholder={say("never")}
                      value={stage.rottingDays}
                      onChange={rottingDays => change(at, { rottingDays })}
                    />
                  </td>
                  <td>
                    <Button
                      type="link"
                      size="small"
                      aria-expanded={open === stage.key}
                      aria-label={say("tasksOf", { name })}
                      onClick={() => setOpen(open === stage.key ? null : stage.key)}
                    >
                      {say("taskCount", { number: stage.tasks.length })}
                    </Button>
                  </td>
                  <td className="stages-acts">
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowUpOutlined aria-hidden />}
                      aria-label={say("up", { name })}
                      disabled={at === 0}
                      onClick={() => onChange(shifted(stages, at, -1))}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowDownOutlined aria-hidden />}
                      aria-label={say("down", { name })}
                      disabled={at === stages.length - 1}
                      onClick={() => onChange(shifted(stages, at, 1))}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined aria-hidden />}
                      aria-label={say("removeStage", { name })}
                      disabled={stages.length === 1}
                      onClick={() => onChange(stages.filter((_, each) => each !== at))}
                    />
                  </td>
                </tr>
                {open === stage.key && tasksField && (
                  <tr>
                    <td colSpan={6}>
                      <Tasks
                        object={object}
                        field={tasksField}
                        name={name}
                        tasks={stage.tasks}
                        used={stages.flatMap(each => each.tasks.map(task => task.key))}
                        onChange={tasks => change(at, { tasks })}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      <div className="stages-add">
        {free.length > 0 && (
          <Select
            aria-label={say("addStage")}
            placeholder={say("addStage")}
            value={null}
            options={free.map(({ value, label }) => ({ value, label }))}
            onChange={(key: string | null) => key && append(key)}
          />
        )}
        {field && (
          <NewName
            label={say("newStage")}
            taken={options}
            onName={async name => append(await addOption(queries, object.name, field.name, name))}
          />
        )}
      </div>
    </>
  );
}
