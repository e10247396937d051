import { useState } from "react";
import type { Field, Labelled, ValueKindName } from "~/kernel/api/contract";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { FormRow } from "~/ui/FormRow";
import type { Checked } from "./formulaCheck";
import { formulaWords } from "./words";

interface Props {
  object: string;
  checked?: Checked;
  onRecord: (id: number | undefined) => void;
}

/** What the formula gives of a record of one's choice. */
export function FormulaTrial({ object, checked, onRecord }: Props) {
  const say = useSay(formulaWords);
  const [chosen, setChosen] = useState<Labelled[]>([]);
  const field: Field = {
    name: "c_preview",
    label: say("tried"),
    kind: (checked?.result ?? "text") as ValueKindName,
    required: false,
    right: "read",
  };
  return (
    <FormRow id="formula-trial" label={say("tryOn")}>
      <div className="formula-trial">
        <RecordPicker
          id="formula-trial"
          object={object}
          value={chosen}
          onChange={records => {
            setChosen(records);
            onRecord(records[0]?.id);
          }}
        />
        {chosen.length > 0 && checked?.result && (
          <output>
            <span className="quiet">{say("tried")} </span>
            {checked.value === null ? say("nothing") : <FieldCell field={field} value={checked.value} />}
          </output>
        )}
      </div>
    </FormRow>
  );
}
