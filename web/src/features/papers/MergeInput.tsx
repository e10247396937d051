import { PlusOutlined } from "@ant-design/icons";
import { Input, Select } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { useSay } from "~/kernel/i18n/language";
import type { Name } from "./layouts";
import { papersWords } from "./messages";

interface Props {
  id: string;
  value: string;
  names: Name[];
  invalid?: boolean;
  rows?: number;
  onChange: (value: string) => void;
}

/** A text in which values can be named; they are picked, and stand in braces. */
export function MergeInput({ id, value, names, invalid, rows = 1, onChange }: Props) {
  const input = useRef<TextAreaRef>(null);

  function insert(name: string) {
    const area = input.current?.resizableTextArea?.textArea;
    const at = area?.selectionStart ?? value.length;
    onChange(`${value.slice(0, at)}{${name}}${value.slice(area?.selectionEnd ?? at)}`);
    area?.focus();
  }

  return (
    <div className="merge-input">
      <Input.TextArea
        ref={input}
        id={id}
        value={value}
        autoSize={{ minRows: rows, maxRows: 12 }}
        maxLength={rows > 1 ? 10_000 : 200}
        status={invalid ? "error" : undefined}
        aria-describedby={`${id}-note`}
        onChange={event => onChange(event.target.value)}
      />
      <NamePicker names={names} onPick={insert} />
    </div>
  );
}

/** Picks a value to name. */
export function NamePicker({ names, onPick }: { names: Name[]; onPick: (name: string) => void }) {
  const say = useSay(papersWords);
  return (
    <Select
      aria-label={say("insert")}
      className="name-picker"
      value={null}
      placeholder={
        <>
          <PlusOutlined aria-hidden /> {say("insert")}
        </>
      }
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={280}
      options={grouped(names)}
      onChange={name => name && onPick(name)}
    />
  );
}

export function grouped(names: Name[]) {
  const groups = [...new Set(names.map(({ group }) => group))];
  return groups.map(group => ({
    label: group,
    title: group,
    options: names.filter(name => name.group === group).map(({ value, label }) => ({ value, label })),
  }));
}
