import { DeleteOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useId } from "react";
import type { BusinessObject, Draft } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { fillable } from "./intake";
import { pageWords } from "./messages";

interface Props {
  object: BusinessObject;
  constants: Draft;
  errors: Record<string, string>;
  onChange: (constants: Draft) => void;
}

/** Values that every record from here gets. */
export function Constants({ object, constants, errors, onChange }: Props) {
  const say = useSay(pageWords);
  const id = useId();
  const free = fillable(object).filter(field => !(field.name in constants));
  return (
    <Panel title={say("constants")}>
      <p className="quiet">{say("constantsText")}</p>
      {Object.entries(constants).map(([name, value]) => {
        const field = fieldOf(object, name);
        return (
          field && (
            <FormRow
              key={name}
              id={`${id}-${name}`}
              label={
                <>
                  {field.label}{" "}
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={say("remove", { name: field.label })}
                    onClick={() =>
                      onChange(Object.fromEntries(Object.entries(constants).filter(([key]) => key !== name)))
                    }
                  />
                </>
              }
              error={errors[`constants.${name}`]}
            >
              <FieldInput
                id={`${id}-${name}`}
                field={field}
                object={object.name}
                value={value}
                onChange={next => onChange({ ...constants, [name]: next })}
              />
            </FormRow>
          )
        );
      })}
      <Select
        aria-label={say("addConstant")}
        placeholder={say("addConstant")}
        showSearch={{ optionFilterProp: "label" }}
        style={{ minWidth: 200 }}
        value={null}
        options={free.map(field => ({ value: field.name, label: field.label }))}
        onChange={(name: string | null) => name && onChange({ ...constants, [name]: null })}
      />
    </Panel>
  );
}
