import { Checkbox, Segmented, Select } from "antd";
import { useId } from "react";
import { useObject } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { Design, DesignedField } from "../design";
import { movesWords } from "./messages";
import { type Move, OPEN, useRoles } from "./moves";

interface Props {
  design: Design;
  field: DesignedField;
  move: Move | undefined;
  onChange: (move: Omit<Move, "from" | "to"> | null) => void;
}

/** Who may make one move, and what it asks for. */
export function MoveForm({ design, field, move, onChange }: Props) {
  const say = useSay(movesWords);
  const id = useId();
  const roles = useRoles();
  const object = useObject(design.object);
  const fillable = (object?.fields ?? []).filter(
    other => other.right === "edit" && !other.system && other.name !== field.name,
  );
  return (
    <div className="move-form">
      <Segmented
        value={move ? (move.forbidden ? "forbidden" : "listed") : "usual"}
        options={(["usual", "listed", "forbidden"] as const).map(value => ({ value, label: say(value) }))}
        onChange={value =>
          onChange(value === "usual" ? null : { ...OPEN, ...move, forbidden: value === "forbidden" })
        }
      />
      {move && !move.forbidden && (
        <>
          <FormRow id={`${id}-who`} label={say("who")} help={say("whoNote")}>
            <Select
              id={`${id}-who`}
              mode="multiple"
              style={{ width: "100%" }}
              value={move.roles}
              loading={roles.isPending}
              options={(roles.data ?? []).map(role => ({ value: role.id, label: role.label }))}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(next: number[]) => onChange({ ...move, roles: next })}
            />
          </FormRow>
          <FormRow id={`${id}-required`} label={say("required")}>
            <Select
              id={`${id}-required`}
              mode="multiple"
              style={{ width: "100%" }}
              value={move.required}
              options={fillable.map(other => ({ value: other.name, label: other.label }))}
              showSearch={{ optionFilterProp: "label" }}
              onChange={(next: string[]) => onChange({ ...move, required: next })}
            />
          </FormRow>
          <Checkbox
            checked={move.lasting}
            onChange={event => onChange({ ...move, lasting: event.target.checked })}
          >
            {say("lasting")}
          </Checkbox>
          <p className="quiet">{say("lastingNote")}</p>
        </>
      )}
    </div>
  );
}
