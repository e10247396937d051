import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined, TableOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Popover } from "antd";
import { useState } from "react";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { type ListColumn, moveColumn, shiftColumn, toggleColumn } from "./columns";
import { listWords } from "./messages";
import "./column-chooser.css";

interface Props {
  object: BusinessObject;
  columns: ListColumn[];
  frozen: boolean;
  onChange: (columns: ListColumn[]) => void;
  onFrozen: (frozen: boolean) => void;
}

/** Which columns a list shows, and in which order. */
export function ColumnChooser(props: Props) {
  const say = useSay(listWords);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      destroyOnHidden
      content={<Chooser {...props} />}
    >
      <Button icon={<TableOutlined aria-hidden />}>{say("columns")}</Button>
    </Popover>
  );
}

function Chooser({ object, columns, frozen, onChange, onFrozen }: Props) {
  const say = useSay(listWords);
  const [words, setWords] = useState("");
  const [dragged, setDragged] = useState<string | null>(null);
  const shown = columns.map(column => fieldOf(object, column.field)).filter(field => field !== undefined);
  const hidden = object.fields.filter(field => !shown.includes(field) && field.kind !== "json");
  const matches = (field: Field) => field.label.toLowerCase().includes(words.trim().toLowerCase());

  return (
    <div className="columns-panel">
      <Input
        autoFocus
        allowClear
        aria-label={say("findColumn")}
        placeholder={say("findColumn")}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <p className="quiet">{say("columnsHint")}</p>
      <ul>
        {shown.filter(matches).map(field => (
          <li
            key={field.name}
            draggable
            data-over={dragged !== null && dragged !== field.name}
            onDragStart={() => setDragged(field.name)}
            onDragEnd={() => setDragged(null)}
            onDragOver={event => event.preventDefault()}
            onDrop={() => {
              if (dragged) onChange(moveColumn(columns, dragged, field.name));
              setDragged(null);
            }}
          >
            <HolderOutlined aria-hidden className="columns-handle" />
            <Checkbox
              checked
              disabled={field.name === object.titleField}
              onChange={() => onChange(toggleColumn(columns, field.name))}
            >
              {field.label}
            </Checkbox>
            <span className="columns-order">
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={say("moveUp", { name: field.label })}
                onClick={() => onChange(shiftColumn(columns, field.name, -1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={say("moveDown", { name: field.label })}
                onClick={() => onChange(shiftColumn(columns, field.name, 1))}
              />
            </span>
          </li>
        ))}
        {hidden.filter(matches).map(field => (
          <li key={field.name}>
            <span className="columns-handle" />
            <Checkbox checked={false} onChange={() => onChange(toggleColumn(columns, field.name))}>
              {field.label}
            </Checkbox>
          </li>
        ))}
      </ul>
      <div className="columns-foot">
        <Checkbox checked={frozen} onChange={event => onFrozen(event.target.checked)}>
          {say("freezeFirst")}
        </Checkbox>
        <Button
          type="link"
          size="small"
          onClick={() => onChange(object.list.columns.map(field => ({ field })))}
        >
          {say("resetColumns")}
        </Button>
      </div>
    </div>
  );
}
