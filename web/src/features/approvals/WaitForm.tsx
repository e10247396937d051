import { InputNumber, Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { WaitNode } from "./flow";
import { designerWords } from "./messages";

interface Props {
  node: WaitNode;
  onChange: (part: Partial<WaitNode>) => void;
}

/** How long a step waits before it goes on. */
export function WaitForm({ node, onChange }: Props) {
  const say = useSay(designerWords);
  return (
    <div className="flow-pair">
      <FormRow id="wait-many" label={say("waitLong")} required help={say("waitText")}>
        <InputNumber
          id="wait-many"
          min={1}
          max={1000}
          precision={0}
          value={node.many}
          onChange={many => onChange({ many: many ?? 1 })}
        />
      </FormRow>
      <FormRow id="wait-unit" label={say("waitUnit")}>
        <Select
          id="wait-unit"
          value={node.unit}
          options={[
            { value: "workingHours", label: say("workingHours") },
            { value: "workingDays", label: say("workingDays") },
          ]}
          onChange={unit => onChange({ unit })}
        />
      </FormRow>
    </div>
  );
}
