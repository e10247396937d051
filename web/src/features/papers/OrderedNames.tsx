import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { moved, type Name } from "./layouts";
import { grouped } from "./MergeInput";
import { papersWords } from "./messages";

interface Props {
  id: string;
  value: string[];
  names: Name[];
  /** What is wrong, by place: `values[1]`. */
  errorAt: (index: number) => string | undefined;
  onChange: (value: string[]) => void;
}

/** Some of the values there are, in an order. */
export function OrderedNames({ id, value, names, errorAt, onChange }: Props) {
  const say = useSay(papersWords);
  const left = names.filter(name => !value.includes(name.value));
  return (
    <div className="ordered-names">
      <ol>
        {value.map((name, index) => {
          const label = names.find(each => each.value === name)?.label ?? name;
          const error = errorAt(index);
          return (
            <li key={name} data-invalid={Boolean(error)}>
              <span className="ordered-name">
                {label}
                {error && <span className="form-row-error">{error}</span>}
              </span>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined aria-hidden />}
                aria-label={say("up", { name: label })}
                disabled={index === 0}
                onClick={() => onChange(moved(value, index, index - 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined aria-hidden />}
                aria-label={say("down", { name: label })}
                disabled={index === value.length - 1}
                onClick={() => onChange(moved(value, index, index + 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden />}
                aria-label={say("takeOut", { name: label })}
                onClick={() => onChange(value.filter(each => each !== name))}
              />
            </li>
          );
        })}
      </ol>
      <Select
        id={id}
        value={null}
        placeholder={say("addValue")}
        showSearch={{ optionFilterProp: "label" }}
        options={grouped(left)}
        onChange={name => name && onChange([...value, name])}
        style={{ width: "100%" }}
      />
    </div>
  );
}
