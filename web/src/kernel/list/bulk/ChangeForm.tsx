import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import { useId, useState } from "react";
import type { BusinessObject, Draft, Field } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { isEmpty } from "~/kernel/fields/kind";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { TagPicker } from "~/kernel/pickers/TagPicker";
import { FormRow } from "~/ui/FormRow";
import { isEditable } from "../grid/columns";
import { listWords } from "../messages";
import type { BulkKind } from "./BulkBar";
import type { BulkAct } from "./bulk";

interface Props {
  object: BusinessObject;
  kind: BulkKind;
  errors: Record<string, string>;
  /** What is asked for, or `null` while it is not complete. */
  onChange: (act: BulkAct | null) => void;
}

/** What shall become of all the selected records. */
export function ChangeForm(props: Props) {
  const { object, kind, errors, onChange } = props;
  if (typeof kind === "object") {
    return (
      <Inputs
        object={object}
        fields={kind.input}
        errors={errors}
        onChange={input =>
          onChange(
            kind.input.every(field => !field.required || !isEmpty(input[field.name]))
              ? { command: kind.name, input }
              : null,
          )
        }
      />
    );
  }
  if (kind === "owner") {
    const owner = fieldOf(object, "owner");
    return owner ? (
      <Inputs
        object={object}
        fields={[{ ...owner, required: true }]}
        errors={errors}
        onChange={draft => onChange(isEmpty(draft.owner) ? null : { change: draft })}
      />
    ) : null;
  }
  if (kind === "addTags" || kind === "removeTags") return <Tags {...props} adding={kind === "addTags"} />;
  return <Fields {...props} />;
}

/** Given fields, each with its input. */
function Inputs({
  object,
  fields,
  errors,
  onChange,
}: {
  object: BusinessObject;
  fields: Field[];
  errors: Record<string, string>;
  onChange: (draft: Draft) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState<Draft>({});
  return fields.map((field, at) => (
    <FormRow
      key={field.name}
      id={`${id}-${field.name}`}
      label={field.label}
      required={field.required}
      help={field.help}
      error={errors[field.name]}
    >
      <FieldInput
        id={`${id}-${field.name}`}
        field={field}
        object={object.name}
        value={draft[field.name] ?? null}
        autoFocus={at === 0}
        onChange={value => {
          const next = { ...draft, [field.name]: value };
          setDraft(next);
          onChange(toWire({ ...object, fields }, next));
        }}
      />
    </FormRow>
  ));
}

function Tags({ object, adding, onChange }: Props & { adding: boolean }) {
  const say = useSay(listWords);
  const id = useId();
  const [names, setNames] = useState<string[]>([]);
  const field = object.fields.find(candidate => candidate.kind === "tags");
  if (!field) return null;
  return (
    <FormRow id={id} label={say("chooseTags")} required>
      <TagPicker
        id={id}
        object={object.name}
        autoFocus
        existingOnly={!adding}
        value={names}
        onChange={next => {
          setNames(next);
          onChange(next.length ? { change: { [field.name]: { [adding ? "add" : "remove"]: next } } } : null);
        }}
      />
    </FormRow>
  );
}

/** One or more fields, chosen, each with its new value or emptied. */
function Fields({ object, errors, onChange }: Props) {
  const say = useSay(listWords);
  const id = useId();
  const [chosen, setChosen] = useState<string[]>([]);
  const [draft, setDraft] = useState<Draft>({});
  const [cleared, setCleared] = useState<ReadonlySet<string>>(new Set());
  const changeable = object.fields.filter(
    field => isEditable(object, field) && !field.unique && field.name !== "owner",
  );

  function tell(names: string[], values: Draft, empty: ReadonlySet<string>) {
    setChosen(names);
    setDraft(values);
    setCleared(empty);
    const complete = names.length > 0 && names.every(name => empty.has(name) || !isEmpty(values[name]));
    const change = Object.fromEntries(names.map(name => [name, empty.has(name) ? null : values[name]]));
    onChange(complete ? { change: toWire(object, change) } : null);
  }

  const left = changeable.filter(field => !chosen.includes(field.name));
  return (
    <>
      {chosen.map(name => {
        const field = fieldOf(object, name);
        if (!field) return null;
        return (
          <div key={name} className="bulk-field">
            <FormRow id={`${id}-${name}`} label={field.label} help={field.help} error={errors[name]}>
              {cleared.has(name) ? (
                <span className="quiet">{say("clearValue")}</span>
              ) : (
                <FieldInput
                  id={`${id}-${name}`}
                  field={field}
                  object={object.name}
                  value={draft[name] ?? null}
                  autoFocus
                  onChange={value => tell(chosen, { ...draft, [name]: value }, cleared)}
                />
              )}
            </FormRow>
            {!field.required && (
              <Checkbox
                checked={cleared.has(name)}
                onChange={event => {
                  const next = new Set(cleared);
                  if (event.target.checked) next.add(name);
                  else next.delete(name);
                  tell(chosen, draft, next);
                }}
              >
                {say("clearValue")}
              </Checkbox>
            )}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say("removeCondition")}
              onClick={() =>
                tell(
                  chosen.filter(other => other !== name),
                  draft,
                  cleared,
                )
              }
            />
          </div>
        );
      })}
      <Select
        aria-label={say("fieldToChange")}
        placeholder={chosen.length ? say("addField") : say("fieldToChange")}
        prefix={<PlusOutlined />}
        value={null}
        autoFocus={chosen.length === 0}
        showSearch={{ optionFilterProp: "label" }}
        style={{ width: "100%" }}
        options={left.map(field => ({ value: field.name, label: field.label }))}
        onChange={(name: string | null) => name && tell([...chosen, name], draft, cleared)}
      />
    </>
  );
}
