import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown, Input, InputNumber, Select } from "antd";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import type { Value } from "./plan";
import { TimeInput } from "./SpanForm";
import { WordsInput } from "./WordsInput";

interface Props {
  /** Whose records go through the steps. */
  object: BusinessObject;
  /** Whose fields are set. */
  target: BusinessObject;
  values: Record<string, Value>;
  /** Does a request begin it, whose values can be used? */
  called: boolean;
  onChange: (values: Record<string, Value>) => void;
}

const TEXTS = new Set(["text", "longText", "richText", "phone", "email", "url"]);

/** Fields, each with what it is set to. */
export function ValuesForm({ object, target, values, called, onChange }: Props) {
  const say = useSay(designerWords);
  const left = target.fields.filter(
    field =>
      !(field.name in values) &&
      (target === object ? isEditable(target, field) : field.right === "edit" && !field.system) &&
      field.kind !== "autoNumber",
  );
  return (
    <>
      {Object.entries(values).map(([name, value]) => {
        const field = target.fields.find(each => each.name === name);
        if (!field) return null;
        return (
          <div key={name} className="automation-value">
            <OneValue
              object={object}
              target={target}
              field={field}
              value={value}
              called={called}
              onChange={next => onChange({ ...values, [name]: next })}
            />
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say("removeField", { name: field.label })}
              onClick={() => {
                const { [name]: _, ...rest } = values;
                onChange(rest);
              }}
            />
          </div>
        );
      })}
      <Dropdown
        trigger={["click"]}
        menu={{
          items: left.map(field => ({ key: field.name, label: field.label })),
          onClick: ({ key }) => onChange({ ...values, [key]: { kind: "fixed", value: null } }),
          className: "automation-menu",
        }}
      >
        <Button icon={<PlusOutlined aria-hidden />}>{say("addField")}</Button>
      </Dropdown>
    </>
  );
}

function OneValue({
  object,
  target,
  field,
  value,
  called,
  onChange,
}: Omit<Props, "values" | "onChange"> & {
  field: Field;
  value: Value;
  onChange: (value: Value) => void;
}) {
  const say = useSay(designerWords);
  const id = `value-${field.name}`;
  const dated = field.kind === "date" || field.kind === "dateTime";
  const same = object.fields.filter(
    each =>
      (each.kind === field.kind || (TEXTS.has(each.kind) && TEXTS.has(field.kind))) &&
      !(target === object && each.name === field.name),
  );
  const points =
    field.kind === "link" || (field.kind === "reference" && field.targets?.includes(object.name) === true);
  const kinds = [
    { value: "fixed", label: say("kindFixed") },
    ...(same.length > 0 ? [{ value: "field", label: say("kindField") }] : []),
    ...(dated ? [{ value: "day", label: say("kindDay") }] : []),
    ...(TEXTS.has(field.kind) ? [{ value: "text", label: say("kindText") }] : []),
    ...(points ? [{ value: "record", label: say("kindRecord") }] : []),
    ...(called || value.kind === "request" ? [{ value: "request", label: say("kindRequest") }] : []),
  ];
  return (
    <FormRow id={id} label={field.label}>
      <div className="automation-set">
        {kinds.length > 1 && (
          <Select
            aria-label={say("valueKind", { name: field.label })}
            value={value.kind}
            options={kinds}
            onChange={kind =>
              onChange(
                kind === "day"
                  ? { kind, days: 0, working: false, at: null }
                  : { kind: kind as Value["kind"] },
              )
            }
          />
        )}
        {value.kind === "fixed" && (
          <FieldInput
            id={id}
            field={field}
            object={target.name}
            value={value.value ?? null}
            onChange={next => onChange({ kind: "fixed", value: next })}
          />
        )}
        {value.kind === "field" && (
          <Select
            id={id}
            value={value.field}
            options={same.map(each => ({ value: each.name, label: each.label }))}
            onChange={from => onChange({ kind: "field", field: from })}
          />
        )}
        {value.kind === "day" && (
          <span className="automation-row">
            <InputNumber
              id={id}
              precision={0}
              value={value.days ?? 0}
              onChange={days => onChange({ ...value, days: days ?? 0 })}
            />
            <Checkbox
              checked={value.working === true}
              onChange={event => onChange({ ...value, working: event.target.checked })}
            >
              {say("working")}
            </Checkbox>
            {field.kind === "dateTime" && (
              <TimeInput
                id={`${id}-at`}
                value={value.at?.slice(0, 5) ?? null}
                onChange={at => onChange({ ...value, at })}
              />
            )}
          </span>
        )}
        {value.kind === "request" && (
          <Input
            id={id}
            autoComplete="off"
            placeholder="/order/number"
            aria-label={say("pointer")}
            value={value.pointer ?? ""}
            onChange={event => onChange({ kind: "request", pointer: event.target.value.trim() })}
          />
        )}
        {value.kind === "text" && (
          <WordsInput
            id={id}
            object={object}
            maxLength={2000}
            value={value.text ?? ""}
            onChange={text => onChange({ kind: "text", text })}
          />
        )}
      </div>
    </FormRow>
  );
}
