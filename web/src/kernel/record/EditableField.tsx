import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type MouseEvent, useId, useState } from "react";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { useInlineDraft } from "~/kernel/editing/useInlineDraft";
import { Explained } from "~/kernel/explaining/Explained";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { isEditable } from "~/kernel/list/grid/columns";
import { recordWords } from "./messages";
import { sameValue } from "./saving/merge";

/**
 * Saves one field of the record as it was when the editing began; the message of a refusal, or nothing when it went
 * well.
 */
export type SaveField = (record: RecordData, field: Field, value: unknown) => Promise<string | null>;

interface Props {
  object: BusinessObject;
  record: RecordData;
  field: Field;
  /** Over all columns, because the layout says so. */
  wide?: boolean;
  onSave: SaveField;
}

/** A field of a record to read, and with a click to change. */
export function EditableField({ object, record, field, wide, onSave }: Props) {
  const say = useSay(recordWords);
  const [edited, setEdited] = useState<RecordData | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const editable = isEditable(object, field, record);

  async function save(base: RecordData, next: unknown) {
    // Leaving a refused value as it is asks nobody again; the message stays.
    if (refused && sameValue(object, field.name, next, refused.value)) {
      setRefused({ ...refused, round: refused.round + 1, focus: false });
      return;
    }
    setEdited(null);
    setRefused(null);
    const message = await onSave(base, field, next);
    if (message !== null) {
      setRefused({ value: next, message, round: 0, focus: nothingFocused() });
      setEdited(base);
    }
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (editable && !(event.target as HTMLElement).closest("a, button, audio, .ant-image")) setEdited(record);
  }

  return (
    <div className="field-row" data-field={field.name} data-wide={wide || kindOf(field).wide}>
      <dt title={field.help ?? undefined}>{field.label}</dt>
      {edited ? (
        <dd>
          <Editor
            key={refused?.round}
            object={object}
            field={field}
            value={refused ? refused.value : edited[field.name]}
            standing={edited[field.name] ?? null}
            error={refused?.message}
            autoFocus={refused?.focus ?? true}
            onSave={next => void save(edited, next)}
            onCancel={() => {
              setRefused(null);
              setEdited(null);
            }}
          />
        </dd>
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the button beside does the same by keyboard
        <dd onClick={onClick} data-editable={editable}>
          <span className="field-value">
            <FieldCell field={field} value={record[field.name]} record={record} object={object.name} />
          </span>
          <Explained object={object} record={record} field={field} />
          {editable && (
            <Button
              type="text"
              size="small"
              className="field-edit"
              icon={<EditOutlined aria-hidden />}
              aria-label={say("editField", { name: field.label })}
              onClick={() => setEdited(record)}
            />
          )}
        </dd>
      )}
    </div>
  );
}

interface Refused {
  value: unknown;
  message: string;
  /** How often it was left without another value. */
  round: number;
  focus: boolean;
}

/** Whether the hand has not gone on to something else meanwhile. */
function nothingFocused(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

interface EditorProps {
  object: BusinessObject;
  field: Field;
  value: unknown;
  standing: unknown;
  error: string | undefined;
  autoFocus: boolean;
  onSave: (value: unknown) => void;
  onCancel: () => void;
}

function Editor(props: EditorProps) {
  return kindOf(props.field).inCell ? <Inline {...props} /> : <WithButtons {...props} />;
}

function Inline({ object, field, value, standing, error, autoFocus, onSave, onCancel }: EditorProps) {
  const id = useId();
  const { draft, change, box, ...keys } = useInlineDraft(field, value, onSave, onCancel);
  return (
    <div ref={box} className="field-editor" {...keys}>
      <LabelledInput
        id={id}
        object={object}
        field={field}
        value={draft}
        standing={standing}
        error={error}
        autoFocus={autoFocus}
        onChange={change}
      />
    </div>
  );
}

/** Values of several parts or lines are saved by a button, or by Ctrl+Enter. */
function WithButtons({ object, field, value, error, autoFocus, onSave, onCancel }: EditorProps) {
  const say = useSay(common);
  const id = useId();
  const [draft, setDraft] = useState<unknown>(value ?? null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to the input inside
    <div
      className="field-editor"
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Escape") {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSave(draft);
      }}
    >
      <LabelledInput
        id={id}
        object={object}
        field={field}
        value={draft}
        error={error}
        autoFocus={autoFocus}
        onChange={setDraft}
      />
      <div className="field-actions">
        <Button size="small" type="primary" onClick={() => onSave(draft)}>
          {say("save")}
        </Button>
        <Button size="small" onClick={onCancel}>
          {say("cancel")}
        </Button>
      </div>
    </div>
  );
}

/** The input, named by its field, with its rule below or in its place the error. */
function LabelledInput({
  id,
  object,
  field,
  value,
  standing,
  error,
  autoFocus,
  onChange,
}: {
  id: string;
  object: BusinessObject;
  field: Field;
  value: unknown;
  standing?: unknown;
  error: string | undefined;
  autoFocus: boolean;
  onChange: (value: unknown) => void;
}) {
  const rule = useRule(field);
  return (
    <>
      <label htmlFor={id} className="sr-only">
        {field.label}
      </label>
      <FieldInput
        id={id}
        field={field}
        object={object.name}
        value={value}
        standing={standing}
        autoFocus={autoFocus}
        invalid={error !== undefined}
        describedBy={`${id}-note`}
        onChange={onChange}
      />
      <div id={`${id}-note`} className={error ? "form-row-error" : "form-row-help"} aria-live="polite">
        {error ?? rule}
      </div>
    </>
  );
}

/** What holds for the field, said before it is broken. */
function useRule(field: Field): string {
  const say = useSay(recordWords);
  return [
    field.help,
    field.required && say("required"),
    field.unique && say("unique"),
    field.maxLength && field.maxLength <= 500 && say("atMost", { count: field.maxLength }),
  ]
    .filter(Boolean)
    .join(" · ");
}
