import { CloseOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import type { BusinessObject, Operator } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { FieldFilter } from "~/kernel/fields/FieldFilter";
import { useSay } from "~/kernel/i18n/language";
import { listWords, operatorWords } from "../messages";
import type { ConditionNode } from "./filterTree";
import { firstOperator, operatorWord, valueUnder } from "./operators";
import { type FieldPath, operatorsOf, pathOf } from "./paths";

interface Props {
  object: BusinessObject;
  paths: FieldPath[];
  condition: ConditionNode;
  onChange: (condition: ConditionNode | null) => void;
}

/** Field, operator, value. */
export function ConditionRow({ object, paths, condition, onChange }: Props) {
  const say = useSay(listWords);
  const sayOperator = useSay(operatorWords);
  const catalog = useCatalog();
  const id = useId();
  const chosen = pathOf(catalog, object, condition.field);

  function chooseField(path: string) {
    const next = paths.find(candidate => candidate.path === path);
    if (!next) return;
    const sameKind = chosen?.field.kind === next.field.kind && !next.field.options;
    onChange({
      ...condition,
      field: path,
      op: sameKind ? condition.op : firstOperator(next.field),
      value: sameKind ? condition.value : null,
    });
  }

  return (
    <div className="filter-row">
      <Select
        aria-label={say("chooseField")}
        value={chosen?.path}
        placeholder={say("chooseField")}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: "label" }}
        options={fieldOptions(paths, say("ownFields", { name: object.label }))}
        onChange={chooseField}
      />
      {chosen && (
        <Select<Operator>
          aria-label={say("chooseOperator")}
          value={condition.op}
          popupMatchSelectWidth={false}
          options={operatorsOf(chosen.field).map(operator => ({
            value: operator,
            label: sayOperator(operatorWord(chosen.field, operator)),
          }))}
          onChange={op =>
            onChange({ ...condition, op, value: valueUnder(op, condition.op, condition.value) })
          }
        />
      )}
      <div className="filter-value">
        {chosen && (
          <>
            <label htmlFor={id} className="sr-only">
              {say("valueOf", { name: chosen.label })}
            </label>
            <FieldFilter
              id={id}
              field={chosen.field}
              object={chosen.object}
              operator={condition.op}
              value={condition.value}
              onChange={value => onChange({ ...condition, value })}
            />
          </>
        )}
      </div>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={say("removeCondition")}
        onClick={() => onChange(null)}
      />
    </div>
  );
}

/** Own fields first, then those of each record referred to. */
function fieldOptions(paths: FieldPath[], own: string) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const path of paths) {
    const group = path.path.includes(".") ? path.label.slice(0, path.label.lastIndexOf(" · ")) : own;
    groups.set(group, [...(groups.get(group) ?? []), { value: path.path, label: path.label }]);
  }
  return [...groups].map(([label, options]) => ({ label, title: label, options }));
}
