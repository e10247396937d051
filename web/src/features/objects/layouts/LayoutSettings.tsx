import { Checkbox, Input, Select } from "antd";
import { useId } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { type Design, wordsIn } from "../design";
import { useRoles } from "../moves/moves";
import { errorAt } from "./errors";
import { type Layout, STANDARD } from "./layouts";
import { layoutWords } from "./messages";

interface Props {
  design: Design;
  layout: Layout;
  errors: Record<string, string>;
  onChange: (layout: Layout) => void;
}

/** What a layout is called, for whom it is, and what its lists show. */
export function LayoutSettings({ design, layout, errors, onChange }: Props) {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const id = useId();
  const roles = useRoles();
  const standard = layout.key === STANDARD;
  const { name } = layout;
  return (
    <div className="design-form">
      <FormRow id={`${id}-zh`} label={say("nameZh")} required error={errorAt(errors, "name")}>
        <Input
          id={`${id}-zh`}
          value={name.zh}
          status={errors.name ? "error" : undefined}
          onChange={event => onChange({ ...layout, name: { ...name, zh: event.target.value } })}
        />
      </FormRow>
      <FormRow id={`${id}-en`} label={say("nameEn")}>
        <Input
          id={`${id}-en`}
          value={name.en}
          onChange={event => onChange({ ...layout, name: { ...name, en: event.target.value } })}
        />
      </FormRow>
      {!standard && (
        <FormRow id={`${id}-roles`} label={say("roles")} required error={errorAt(errors, "roles")}>
          <Select
            id={`${id}-roles`}
            mode="multiple"
            style={{ width: "100%" }}
            value={layout.roles}
            loading={roles.isPending}
            options={(roles.data ?? []).map(role => ({ value: role.id, label: role.label }))}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(next: number[]) => onChange({ ...layout, roles: next })}
          />
        </FormRow>
      )}
      <FormRow
        id={`${id}-columns`}
        label={say("listColumns")}
        help={say("listColumnsNote")}
        error={errorAt(errors, "listColumns")}
      >
        <Select
          id={`${id}-columns`}
          mode="multiple"
          style={{ width: "100%" }}
          value={layout.listColumns}
          options={design.fields
            .filter(field => field.kind !== "json")
            .map(field => ({ value: field.name, label: wordsIn(field.label, language) }))}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(next: string[]) => onChange({ ...layout, listColumns: next })}
        />
      </FormRow>
      {!standard && (
        <Checkbox
          className="form-row-wide layout-later"
          checked={layout.newFields}
          onChange={event => onChange({ ...layout, newFields: event.target.checked })}
        >
          {say("newFields")}
        </Checkbox>
      )}
    </div>
  );
}
