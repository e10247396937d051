import { Select, Space } from "antd";
import { useState } from "react";
import type { RecordLink } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";
import { pickerProps } from "../parts/pickerProps";

/** First which object, then which of its records. */
export function LinkInput(props: InputProps<RecordLink>) {
  const say = useSay(fieldWords);
  const catalog = useCatalog();
  const targets = catalog.objects
    .map(object => object.name)
    .filter(name => props.field.targets?.includes(name));
  const [chosen, setChosen] = useState<string>();
  const target = props.value?.object ?? chosen ?? targets[0] ?? "";
  return (
    <Space.Compact block>
      {targets.length > 1 && (
        <Select
          aria-label={say("typeObject")}
          value={target}
          options={targets.map(name => ({ value: name, label: catalog.labelOf(name) }))}
          popupMatchSelectWidth={false}
          style={{ width: 104, flex: "none" }}
          onChange={name => {
            setChosen(name);
            props.onChange(null);
          }}
        />
      )}
      <RecordPicker
        {...pickerProps(props)}
        key={target}
        object={target}
        value={props.value ? [{ id: props.value.id, label: props.value.label ?? null }] : []}
        onChange={([record]) => props.onChange(record ? { object: target, ...record } : null)}
      />
    </Space.Compact>
  );
}
