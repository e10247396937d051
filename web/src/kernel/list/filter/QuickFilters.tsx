import { CloseCircleFilled, DownOutlined } from "@ant-design/icons";
import { Popover } from "antd";
import { useId, useMemo, useState } from "react";
import type { BusinessObject, Field, Filter } from "~/kernel/api/contract";
import { FieldFilter } from "~/kernel/fields/FieldFilter";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { listWords } from "../messages";
import { OptionList } from "./OptionList";
import { quickFields, quickOperator, quickValue, withQuick } from "./quick";
import "./filter.css";

interface Props {
  object: BusinessObject;
  filter: Filter | null;
  onChange: (filter: Filter | null) => void;
}

/** The few fields one filters by all day, one click away. */
export function QuickFilters({ object, filter, onChange }: Props) {
  const fields = useMemo(() => quickFields(object), [object]);
  return (
    <>
      {fields.map(field => (
        <QuickFilter
          key={field.name}
          object={object.name}
          field={field}
          value={quickValue(filter, field)}
          onChange={value => onChange(withQuick(filter, field, value))}
        />
      ))}
    </>
  );
}

function QuickFilter({
  object,
  field,
  value,
  onChange,
}: {
  object: string;
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const id = useId();
  const [open, setOpen] = useState(false);
  const operator = quickOperator(field);
  const set = value !== null && value !== undefined;
  const count = Array.isArray(value) ? value.length : 0;
  const only = count === 1 && Array.isArray(value) ? optionLabel(field, value[0]) : null;
  if (!operator) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={
        <div className="quick-panel">
          {field.options && (field.kind === "choice" || field.kind === "multiChoice") ? (
            <OptionList field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />
          ) : (
            <>
              <label htmlFor={id} className="sr-only">
                {say("valueOf", { name: field.label })}
              </label>
              <FieldFilter
                id={id}
                field={field}
                object={object}
                operator={operator}
                value={value}
                onChange={onChange}
              />
            </>
          )}
        </div>
      }
    >
      <button type="button" className="quick-filter" data-set={set} aria-expanded={open}>
        {field.label}
        {only && <strong>{only}</strong>}
        {!only && count > 0 && <strong className="number">{count}</strong>}
        {set ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the button around it opens the same choice by keyboard
          <span
            role="img"
            aria-label={sayCommon("clear")}
            className="quick-clear"
            onClick={event => {
              event.stopPropagation();
              onChange(null);
            }}
          >
            <CloseCircleFilled aria-hidden />
          </span>
        ) : (
          <DownOutlined aria-hidden />
        )}
      </button>
    </Popover>
  );
}

function optionLabel(field: Field, value: unknown): string | null {
  return field.options?.find(option => option.value === value)?.label ?? null;
}
