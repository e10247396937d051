import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import type { Labelled } from "~/kernel/api/contract";
import { beginConversation, useRefreshConversation } from "~/kernel/conversations/conversations";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { chatWords } from "./messages";

/** With one colleague, or with several as a group that has a name. */
export function BeginDialog({ onBegun, onClose }: { onBegun: (id: number) => void; onClose: () => void }) {
  const say = useSay(chatWords);
  const { user } = useSession();
  const refresh = useRefreshConversation();
  const [people, setPeople] = useState<Labelled[]>([]);
  const [title, setTitle] = useState<string | null>(null);
  const group = people.length > 1;
  const named = title ?? [user.name, ...people.map(person => person.label ?? "")].join("、").slice(0, 30);

  async function begin() {
    const { id } = await beginConversation(people, named.trim());
    await refresh(id);
    onBegun(id);
  }

  return (
    <FormDialog
      title={say("start")}
      okText={say("begin")}
      ready={people.length > 0 && (!group || named.trim() !== "")}
      onSave={begin}
      onClose={onClose}
    >
      {errors => (
        <>
          <FormRow
            id="chat-people"
            label={say("people")}
            help={say("peopleHint")}
            error={errors.people ?? errors.person}
            required
          >
            <PeoplePicker
              id="chat-people"
              label={say("people")}
              except={user.id}
              value={people}
              onChange={setPeople}
            />
          </FormRow>
          {group && (
            <FormRow id="chat-title" label={say("groupName")} error={errors.title} required>
              <Input
                id="chat-title"
                autoComplete="off"
                maxLength={60}
                value={named}
                onChange={event => setTitle(event.target.value)}
              />
            </FormRow>
          )}
        </>
      )}
    </FormDialog>
  );
}
