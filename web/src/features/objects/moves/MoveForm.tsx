import { Checkbox, Select } from "antd";
import { useId } from "react";
import { useObject } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import type { Design, DesignedField } from "../design";
import { movesWords } from "./messages";
import { type Move, useRoles } from "./moves";

interface Props {
  design: Design;
  field: DesignedField;
  move: Move | undefined;
  onChange: (move: Pick<Move, "roles" | "required"> | null) => void;
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
      <Checkbox
        checked={move !== undefined}
        onChange={event => onChange(event.target.checked ? { roles: [], required: [] } : null)}
      >
        {say("listed")}
      </Checkbox>
      {move && (
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
        </>
      )}
    </div>
  );
}
