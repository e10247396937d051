import { CloseOutlined, PlusOutlined, SortDescendingOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, InputNumber, Popover, Select } from "antd";
import { useId, useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import { parseDecimal } from "~/kernel/text/decimals";
import { FormRow } from "~/ui/FormRow";
import { comparingWords, reportWords } from "../messages";
import { HAVING, type Having, type Question } from "../question";
import { type Building, useNames } from "./building";

/** How many groups are shown, in which order, and which of them. */
export function LimitsPart(building: Building) {
  const say = useSay(reportWords);
  const { question, faults } = building;
  const fault =
    faults.sort ?? faults.top ?? Object.entries(faults).find(([part]) => part.startsWith("having"))?.[1];
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        destroyOnHidden
        content={<Limits {...building} />}
      >
        <Button icon={<SortDescendingOutlined aria-hidden />} danger={Boolean(fault)}>
          {question.top && question.rows.length > 0 ? say("topMany", { count: question.top }) : say("limits")}
        </Button>
      </Popover>
      {fault && (
        <p className="report-fault" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function Limits({ object, question, change }: Building) {
  const say = useSay(reportWords);
  const id = useId();
  const names = useNames(object);
  const set = (part: Partial<Question>) => change(now => ({ ...now, ...part }));
  const measures = question.measures.map(measure => ({ value: measure.name, label: names.measure(measure) }));
  const having = question.having ?? [];
  const { sort } = question;
  return (
    <div className="report-options">
      <FormRow id={`${id}-sort`} label={say("sortBy")}>
        <Select
          id={`${id}-sort`}
          value={sort?.by ?? ""}
          options={[{ value: "", label: say("natural") }, ...measures]}
          onChange={by => set({ sort: by ? { by, descending: sort?.descending ?? true } : null })}
        />
        {sort && (
          <Select
            aria-label={say("sortBy")}
            value={sort.descending ? "descending" : "ascending"}
            options={(["descending", "ascending"] as const).map(value => ({ value, label: say(value) }))}
            onChange={way => set({ sort: { ...sort, descending: way === "descending" } })}
          />
        )}
      </FormRow>
      {question.rows.length > 0 && (
        <FormRow id={`${id}-top`} label={say("topOf")}>
          <InputNumber
            id={`${id}-top`}
            min={1}
            max={500}
            value={question.top ?? null}
            placeholder={say("topPlaceholder")}
            onChange={top =>
              set({
                top,
                sort: sort ?? (top ? { by: question.measures[0]?.name ?? "", descending: true } : null),
              })
            }
          />
          {question.top ? (
            <Checkbox
              checked={question.others ?? false}
              onChange={event => set({ others: event.target.checked })}
            >
              {say("othersToo")}
            </Checkbox>
          ) : null}
        </FormRow>
      )}
      <Checkbox checked={question.gaps ?? false} onChange={event => set({ gaps: event.target.checked })}>
        {say("gaps")}
      </Checkbox>
      {question.rows.length > 0 && (
        <fieldset className="report-having">
          <legend>{say("having")}</legend>
          {having.map((each, at) => (
            <HavingRow
              // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be alike
              key={at}
              having={each}
              measures={measures}
              onChange={next => set({ having: next ? having.with(at, next) : having.toSpliced(at, 1) })}
            />
          ))}
          <Button
            type="link"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            onClick={() =>
              set({ having: [...having, { measure: measures[0]?.value ?? "", op: "gt", value: "0" }] })
            }
          >
            {say("addHaving")}
          </Button>
        </fieldset>
      )}
    </div>
  );
}

interface HavingProps {
  having: Having;
  measures: { value: string; label: string }[];
  onChange: (having: Having | null) => void;
}

function HavingRow({ having, measures, onChange }: HavingProps) {
  const say = useSay(reportWords);
  const sayComparing = useSay(comparingWords);
  const [text, setText] = useState(String(having.value));
  const number = parseDecimal(text);
  const take = () =>
    number !== undefined && number !== String(having.value) && onChange({ ...having, value: number });
  return (
    <div className="report-having-row">
      <Select
        aria-label={say("measure")}
        value={having.measure}
        popupMatchSelectWidth={false}
        options={measures}
        onChange={measure => onChange({ ...having, measure })}
      />
      <Select
        aria-label={say("having")}
        value={having.op}
        popupMatchSelectWidth={false}
        options={HAVING.map(value => ({ value, label: sayComparing(value) }))}
        onChange={op => onChange({ ...having, op })}
      />
      <Input
        aria-label={say("value")}
        value={text}
        status={number === undefined ? "error" : undefined}
        onChange={event => setText(event.target.value)}
        onBlur={take}
        onPressEnter={event => !event.nativeEvent.isComposing && take()}
      />
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={say("removeHaving")}
        onClick={() => onChange(null)}
      />
    </div>
  );
}
