import { Checkbox, InputNumber, Select } from "antd";
import type { BusinessObject, Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useGroupOptions } from "~/kernel/people/groups";
import { useRoleOptions } from "~/kernel/people/useRoleOptions";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { FormRow } from "~/ui/FormRow";
import { designerWords } from "./messages";
import { WHO, type Who } from "./who";

interface Props {
  object: BusinessObject;
  who: Who;
  copy: boolean;
  onChange: (who: Who) => void;
}

/** Who is asked or told, said in such a way that it is found out for each record. */
export function WhoForm({ object, who, copy, onChange }: Props) {
  const say = useSay(designerWords);
  const set = (part: Partial<Who>) => onChange({ ...who, ...part });
  const people = object.fields.filter(field => field.kind === "user");
  return (
    <>
      <FormRow id="who" label={say(copy ? "whoCopy" : "who")} required>
        <Select
          id="who"
          value={who.kind}
          options={WHO.filter(kind => !copy || kind !== "next").map(kind => ({
            value: kind,
            label: say(kind),
          }))}
          onChange={kind =>
            set({ kind, level: kind === "head" || kind === "named" ? 0 : Math.max(1, who.level) })
          }
        />
      </FormRow>
      {who.kind === "people" && (
        <FormRow id="who-people" label={say("people")} required>
          <PeoplePicker id="who-people" value={who.people} onChange={chosen => set({ people: chosen })} />
        </FormRow>
      )}
      {(who.kind === "chosen" || who.kind === "next") && (
        <>
          <FormRow id="who-among" label={say("among")}>
            <PeoplePicker id="who-among" value={who.people} onChange={chosen => set({ people: chosen })} />
          </FormRow>
          <Checkbox checked={who.several} onChange={event => set({ several: event.target.checked })}>
            {say("several")}
          </Checkbox>
        </>
      )}
      {who.kind === "role" && (
        <RoleRow
          id="who-role"
          label={say("role")}
          required
          value={who.role}
          onChange={role => set({ role })}
        />
      )}
      {who.kind === "group" && <GroupRow value={who.group} onChange={group => set({ group })} />}
      {(who.kind === "role" || who.kind === "group") && (
        <Checkbox checked={who.near} onChange={event => set({ near: event.target.checked })}>
          {say("near")}
        </Checkbox>
      )}
      {who.kind === "superior" && <Level label={say("level")} least={1} who={who} set={set} />}
      {who.kind === "superiors" && (
        <>
          <Level label={say("levels")} least={1} who={who} set={set} />
          <RoleRow id="who-until" label={say("until")} value={who.until} onChange={until => set({ until })} />
        </>
      )}
      {who.kind === "head" && <Level label={say("headLevel")} least={0} who={who} set={set} />}
      {who.kind === "named" && (
        <>
          <FormRow id="who-field" label={say("field")} required>
            <Select
              id="who-field"
              value={who.field}
              options={people.map(field => ({ value: field.name, label: field.label }))}
              onChange={field => set({ field })}
            />
          </FormRow>
          <Level label={say("fieldLevel")} least={0} who={who} set={set} />
        </>
      )}
    </>
  );
}

interface LevelProps {
  label: string;
  least: number;
  who: Who;
  set: (part: Partial<Who>) => void;
}

function Level({ label, least, who, set }: LevelProps) {
  return (
    <FormRow id="who-level" label={label}>
      <InputNumber
        id="who-level"
        min={least}
        max={10}
        precision={0}
        value={who.level}
        onChange={level => set({ level: level ?? least })}
      />
    </FormRow>
  );
}

interface ChoiceProps {
  value: Labelled | null;
  onChange: (chosen: Labelled | null) => void;
}

interface RowProps extends ChoiceProps {
  id: string;
  label: string;
  required?: boolean;
}

function RoleRow(props: RowProps) {
  return <NamedRow {...props} options={useRoleOptions()} />;
}

function GroupRow(props: ChoiceProps) {
  const say = useSay(designerWords);
  return <NamedRow {...props} id="who-group" label={say("group")} required options={useGroupOptions()} />;
}

interface NamedProps extends RowProps {
  options: { value: number; label: string }[];
}

function NamedRow({ id, label, required, value, options, onChange }: NamedProps) {
  return (
    <FormRow id={id} label={label} required={required}>
      <Select
        id={id}
        allowClear={!required}
        value={value?.id}
        options={options}
        onChange={(chosen?: number) => {
          const found = options.find(each => each.value === chosen);
          onChange(found ? { id: found.value, label: found.label } : null);
        }}
      />
    </FormRow>
  );
}
