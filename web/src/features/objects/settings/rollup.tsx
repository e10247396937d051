import { Select } from "antd";
import type { BusinessObject, Filter } from "~/kernel/api/contract";
import { useCatalog, useObject } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { RollUpProgress } from "../formula/RollUpProgress";
import { pointersAt, SUMMINGS, type Summing, summable } from "../formula/rollUps";
import { formulaWords } from "../formula/words";
import type { KindSettings, SettingsProps } from "./settings";

function RollUp({ draft, object, existing, shipped, errors, onChange }: SettingsProps) {
  const say = useSay(formulaWords);
  const pointers = pointersAt(useCatalog().objects, object);
  const child = useObject(draft.child ?? "");
  const how = (draft.rollup ?? "count") as Summing;
  return (
    <>
      <FormRow id="field-child" label={say("summed")} error={errors.child ?? errors.reference} required>
        <Select
          id="field-child"
          aria-describedby="field-child-note"
          disabled={shipped || existing}
          value={draft.child ? `${draft.child}.${draft.reference}` : undefined}
          options={pointers.map(each => ({
            value: `${each.object.name}.${each.field.name}`,
            label: say("summedOf", { object: each.object.label, field: each.field.label }),
          }))}
          onChange={(chosen: string) => {
            const [name, reference] = chosen.split(".");
            onChange({ child: name, reference, field: null, filter: null, rollup: how });
          }}
          style={{ width: "100%" }}
        />
      </FormRow>
      <FormRow id="field-rollup" label={say("how")} error={errors.rollup}>
        <Select
          id="field-rollup"
          aria-describedby="field-rollup-note"
          disabled={shipped || existing}
          value={how}
          options={SUMMINGS.map(each => ({ value: each, label: say(each) }))}
          onChange={rollup => onChange({ rollup, ...(rollup === "count" ? { field: null } : {}) })}
          style={{ width: "100%" }}
        />
      </FormRow>
      {how !== "count" && child && (
        <FormRow id="field-summed" label={say("summedField")} error={errors.field} required>
          <Select
            id="field-summed"
            aria-describedby="field-summed-note"
            disabled={shipped || existing}
            value={draft.field}
            options={summable(child, how).map(each => ({ value: each.name, label: each.label }))}
            onChange={field => onChange({ field })}
            style={{ width: "100%" }}
          />
        </FormRow>
      )}
      {child && !shipped && (
        <OnlyThose
          child={child}
          filter={(draft.filter ?? null) as Filter | null}
          error={errors.filter}
          onChange={filter => onChange({ filter })}
        />
      )}
      {existing && <RollUpProgress object={object} field={draft.name} />}
    </>
  );
}

interface OnlyThoseProps {
  child: BusinessObject;
  filter: Filter | null;
  error?: string;
  onChange: (filter: Filter | null) => void;
}

function OnlyThose({ child, filter, error, onChange }: OnlyThoseProps) {
  const say = useSay(formulaWords);
  return (
    <section className="form-row-wide" aria-label={say("filter")}>
      <h4>{say("filter")}</h4>
      <FilterBuilder object={child} filter={filter} onChange={onChange} />
      {error && (
        <div className="form-row-error" role="alert">
          {error}
        </div>
      )}
    </section>
  );
}

const settings: KindSettings = { kinds: ["rollup"], Settings: RollUp };
export default settings;
