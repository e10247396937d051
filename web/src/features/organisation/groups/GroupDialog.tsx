import { useQueryClient } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Labelled, PeopleGroup } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { groupsKey } from "~/kernel/people/groups";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { FormRow } from "~/ui/FormRow";
import { groupWords } from "./messages";

interface Props {
  /** `null` for one that is being made. */
  group: PeopleGroup | null;
  onClose: () => void;
}

/** What a group is called, and who is in it. */
export function GroupDialog({ group, onClose }: Props) {
  const say = useSay(groupWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const [name, setName] = useState(group?.name ?? "");
  const [people, setPeople] = useState<Labelled[]>(group?.people ?? []);

  async function save() {
    const body = { name: name.trim(), people: people.map(({ id }) => id) };
    const said = { said: say("saved", { name: body.name }) };
    if (group) await api.patch(`/groups/${group.id}`, { ...body, version: group.version }, said);
    else await api.post("/groups", body, said);
    await queries.invalidateQueries({ queryKey: groupsKey });
  }

  return (
    <FormDialog
      title={say(group ? "edit" : "add")}
      okText={sayCommon("save")}
      ready={name.trim() !== ""}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow id="group-name" label={say("name")} error={errors.name} required>
            <Input
              id="group-name"
              autoFocus
              autoComplete="off"
              value={name}
              status={errors.name ? "error" : undefined}
              onChange={event => setName(event.target.value)}
            />
          </FormRow>
          <FormRow id="group-people" label={say("people")} help={say("peopleHelp")} error={errors.people}>
            <PeoplePicker id="group-people" value={people} onChange={setPeople} />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
