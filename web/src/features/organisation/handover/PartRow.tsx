import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { handOverWords } from "./messages";
import type { Part, Rule } from "./plan";

interface Props {
  leaver: number;
  object: string;
  label: string;
  records: number;
  part: Part;
  onChange: (part: Part) => void;
}

/** Who gets the records of one object: several in turn, and by rule some of them somebody else. */
export function PartRow({ leaver, object, label, records, part, onChange }: Props) {
  const say = useSay(handOverWords);
  const definition = useCatalog().find(object);

  const changeRule = (at: number, rule: Rule) =>
    onChange({ ...part, rules: part.rules.map((each, index) => (index === at ? rule : each)) });

  return (
    <div className="hand-over-part">
      <span>
        {label} <span className="quiet number">{say("records", { count: records })}</span>
      </span>
      <PeoplePicker
        except={leaver}
        id={`hand-over-${object}`}
        label={say("to", { object: label })}
        placeholder={say("left")}
        value={part.to}
        onChange={to => onChange({ ...part, to })}
      />
      {definition && (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange({ ...part, rules: [...part.rules, { filter: null, to: null }] })}
        >
          {say("addRule")}
        </Button>
      )}
      {definition &&
        part.rules.map((rule, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name, and only the last is ever added
          <div key={index} className="hand-over-rule">
            <FilterBuilder
              object={definition}
              filter={rule.filter}
              onChange={filter => changeRule(index, { ...rule, filter })}
            />
            <div className="hand-over-rule-to">
              <span className="quiet">{say("ruleTo")}</span>
              <PersonPicker
                except={leaver}
                id={`hand-over-${object}-${index}`}
                label={say("ruleTo")}
                value={rule.to}
                onChange={to => changeRule(index, { ...rule, to })}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={say("removeRule")}
                onClick={() => onChange({ ...part, rules: part.rules.filter((_, at) => at !== index) })}
              />
            </div>
          </div>
        ))}
    </div>
  );
}
