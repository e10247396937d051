import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useEffect, useId, useState } from "react";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { countConditions } from "~/kernel/list/filter/filterTree";
import { FormRow } from "~/ui/FormRow";
import { fieldOf, functionsOf } from "../fields";
import { functionWords, reportWords, showWords } from "../messages";
import {
  changedMeasure,
  type Measure,
  type MeasureFunction,
  movedMeasure,
  SHOWS,
  type Show,
} from "../question";
import { type Building, useNames } from "./building";

interface Props {
  building: Building;
  at: number;
  measure: Measure;
}

/** What may be chosen about a measure: its function, of which records, how it is shown and called. */
export function MeasureOptions({ building, at, measure }: Props) {
  const say = useSay(reportWords);
  const sayFunction = useSay(functionWords);
  const sayShow = useSay(showWords);
  const catalog = useCatalog();
  const id = useId();
  const { object, question, change } = building;
  const field = fieldOf(catalog, object, measure)?.field;
  const owner = measure.of
    ? catalog.find(object.relations.find(({ name }) => name === measure.of)?.object ?? "")
    : object;
  const set = (part: Partial<Measure>) =>
    change(now => changedMeasure(now, at, { ...(now.measures[at] ?? measure), ...part }));
  const narrowed = countConditions(measure.filter ?? null);
  return (
    <div className="report-options">
      {measure.formula !== undefined && (
        <Formula building={building} at={at} measure={measure} onChange={set} />
      )}
      {field && (
        <FormRow id={`${id}-function`} label={say("function")}>
          <Select<MeasureFunction>
            id={`${id}-function`}
            value={measure.function}
            options={functionsOf(field).map(value => ({ value, label: sayFunction(value) }))}
            onChange={next => set({ function: next, percent: next === "percentile" ? 90 : undefined })}
          />
        </FormRow>
      )}
      {measure.function === "percentile" && (
        <FormRow id={`${id}-percent`} label={say("percentOf")}>
          <InputNumber
            id={`${id}-percent`}
            min={1}
            max={99}
            value={measure.percent ?? 90}
            onChange={percent => set({ percent: percent ?? 90 })}
          />
        </FormRow>
      )}
      <FormRow id={`${id}-label`} label={say("label")}>
        <LabelInput
          id={`${id}-label`}
          object={building}
          measure={measure}
          onChange={label => set({ label: label || undefined })}
        />
      </FormRow>
      <FormRow id={`${id}-show`} label={say("show")}>
        <Select<Show>
          id={`${id}-show`}
          value={measure.show ?? "value"}
          options={SHOWS.map(value => ({ value, label: sayShow(value) }))}
          onChange={show => set({ show: show === "value" ? undefined : show })}
        />
      </FormRow>
      {measure.formula === undefined && owner && (
        <details className="report-only" open={narrowed > 0}>
          <summary>{narrowed ? say("onlyCount", { count: narrowed }) : say("onlyThose")}</summary>
          <FilterBuilder
            object={owner}
            filter={measure.filter ?? null}
            onChange={filter => set({ filter: filter ?? undefined })}
          />
        </details>
      )}
      <div className="report-options-moves">
        <Button size="small" disabled={at === 0} onClick={() => change(now => movedMeasure(now, at, at - 1))}>
          {say("forward")}
        </Button>
        <Button
          size="small"
          disabled={at === question.measures.length - 1}
          onClick={() => change(now => movedMeasure(now, at, at + 1))}
        >
          {say("backward")}
        </Button>
      </div>
    </div>
  );
}

interface LabelProps {
  id: string;
  object: Building;
  measure: Measure;
  onChange: (label: string) => void;
}

/** Typed in one piece, so that the report is not asked again at every key. */
function LabelInput({ id, object: { object }, measure, onChange }: LabelProps) {
  const names = useNames(object);
  const [text, setText] = useState(measure.label ?? "");
  const take = () => text.trim() !== (measure.label ?? "") && onChange(text.trim());
  return (
    <Input
      id={id}
      maxLength={60}
      value={text}
      placeholder={names.measure({ ...measure, label: undefined })}
      onChange={event => setText(event.target.value)}
      onBlur={take}
      onPressEnter={event => !event.nativeEvent.isComposing && take()}
    />
  );
}

interface FormulaProps {
  building: Building;
  at: number;
  measure: Measure;
  onChange: (part: Partial<Measure>) => void;
}

/** A calculation with the other measures. */
function Formula({ building, at, measure, onChange }: FormulaProps) {
  const say = useSay(reportWords);
  const id = useId();
  const names = useNames(building.object);
  const [text, setText] = useState(measure.formula ?? "");
  const fault = building.faults[`measures[${at}]`];
  useEffect(() => setText(measure.formula ?? ""), [measure.formula]);
  const take = (next: string) => {
    setText(next);
    if (next.trim() && next.trim() !== measure.formula) onChange({ formula: next.trim() });
  };
  return (
    <>
      <FormRow id={id} label={say("formula")} help={say("formulaHelp")} error={fault}>
        <Input
          id={id}
          autoFocus
          value={text}
          status={fault ? "error" : undefined}
          onChange={event => setText(event.target.value)}
          onBlur={() => take(text)}
          onPressEnter={event => !event.nativeEvent.isComposing && take(text)}
        />
      </FormRow>
      <div className="report-options-moves">
        {building.question.measures.slice(0, at).map(other => (
          <Button
            key={other.name}
            size="small"
            title={say("insert", { name: names.measure(other) })}
            onClick={() => setText(now => `${now}${now && !/[\s(]$/.test(now) ? " " : ""}${other.name}`)}
          >
            {names.measure(other)} <code className="quiet">{other.name}</code>
          </Button>
        ))}
      </div>
      <Checkbox
        checked={measure.as === "percent"}
        onChange={event => onChange({ as: event.target.checked ? "percent" : "number" })}
      >
        {say("asPercent")}
      </Checkbox>
    </>
  );
}
