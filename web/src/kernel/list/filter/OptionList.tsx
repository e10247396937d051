import { Checkbox } from "antd";
import type { Field } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";

interface Props {
  field: Field;
  value: string[];
  onChange: (value: string[]) => void;
}

/** All options at once to tick; a menu to open would cost a click more. */
export function OptionList({ field, value, onChange }: Props) {
  const say = useSay(common);
  const options = (field.options ?? []).filter(
    option => option.active !== false || value.includes(option.value),
  );
  return (
    <fieldset className="option-list">
      <legend className="sr-only">{field.label}</legend>
      {options.map(option => (
        <Checkbox
          key={option.value}
          checked={value.includes(option.value)}
          onChange={event =>
            onChange(
              event.target.checked
                ? [...value, option.value]
                : value.filter(chosen => chosen !== option.value),
            )
          }
        >
          {option.label}
        </Checkbox>
      ))}
      {value.length > 0 && (
        <button type="button" className="option-clear" onClick={() => onChange([])}>
          {say("clear")}
        </button>
      )}
    </fieldset>
  );
}
