import { Button, Popover } from "antd";
import { useState } from "react";
import type { Field, RecordData } from "~/kernel/api/contract";
import { type Then, useInlineDraft } from "~/kernel/editing/useInlineDraft";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { kindOf } from "~/kernel/fields/registry";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";

interface Props {
  object: string;
  record: RecordData;
  field: Field;
  error?: string;
  /** With the record as it was when the editing began. */
  onCommit: (record: RecordData, value: unknown, then: Then) => void;
  onCancel: () => void;
}

/** The input in place of a cell: Enter and leaving save, Tab saves and goes on, Escape leaves it as it was. */
export function CellEditor({ record, onCommit, ...props }: Props) {
  const [base] = useState(record);
  const input = {
    ...props,
    value: base[props.field.name],
    onCommit: (value: unknown, then: Then) => onCommit(base, value, then),
  };
  return kindOf(props.field).inCell ? <InCell {...input} /> : <Beside {...input} />;
}

interface InputProps extends Omit<Props, "record" | "onCommit"> {
  value: unknown;
  onCommit: (value: unknown, then: Then) => void;
}

function InCell({ object, field, value, error, onCommit, onCancel }: InputProps) {
  const { draft, change, box, ...keys } = useInlineDraft(field, value, onCommit, onCancel);
  return (
    <div ref={box} className="cell-editor" data-invalid={Boolean(error)} {...keys}>
      <FieldInput
        id={`cell-${field.name}`}
        field={field}
        object={object}
        value={draft}
        standing={value ?? null}
        inCell
        autoFocus
        invalid={Boolean(error)}
        onChange={change}
      />
    </div>
  );
}

/** For values that need more room than a cell has. */
function Beside({ object, field, value, error, onCommit, onCancel }: InputProps) {
  const say = useSay(common);
  const [draft, setDraft] = useState<unknown>(value ?? null);
  const save = () => onCommit(draft, "stay");
  return (
    <Popover
      open
      trigger="click"
      placement="bottomLeft"
      onOpenChange={open => !open && onCancel()}
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: listens to the input inside
        <div
          className="cell-beside"
          onKeyDown={event => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") onCancel();
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        >
          <label htmlFor={`cell-${field.name}`}>{field.label}</label>
          <FieldInput
            id={`cell-${field.name}`}
            field={field}
            object={object}
            value={draft}
            autoFocus
            invalid={Boolean(error)}
            onChange={setDraft}
          />
          {error && <div className="form-row-error">{error}</div>}
          <div className="cell-beside-actions">
            <Button size="small" onClick={onCancel}>
              {say("cancel")}
            </Button>
            <Button size="small" type="primary" onClick={save}>
              {say("save")}
            </Button>
          </div>
        </div>
      }
    >
      <span className="cell-anchor" />
    </Popover>
  );
}
