import { Button, Dropdown, Input } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { designerWords } from "./messages";

interface Props {
  id: string;
  object: BusinessObject;
  value: string;
  rows?: number;
  maxLength: number;
  onChange: (value: string) => void;
}

/** A text into which values of the record can be put. */
export function WordsInput({ id, object, value, rows = 1, maxLength, onChange }: Props) {
  const say = useSay(designerWords);
  return (
    <div className="automation-words">
      <Input.TextArea
        id={id}
        autoSize={{ minRows: rows, maxRows: 8 }}
        maxLength={maxLength}
        value={value}
        onChange={event => onChange(event.target.value)}
      />
      <Dropdown
        trigger={["click"]}
        menu={{
          items: object.fields
            .filter(field => !field.system)
            .map(field => ({ key: field.name, label: field.label })),
          onClick: ({ key }) => onChange(`${value}{${key}}`),
          className: "automation-menu",
        }}
      >
        <Button size="small">{say("insertField")}</Button>
      </Dropdown>
    </div>
  );
}
