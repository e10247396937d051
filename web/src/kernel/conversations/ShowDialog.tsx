import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Conversations } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { usePeople } from "~/kernel/people/people";
import { useSettled } from "~/kernel/pickers/useSettled";
import { useSession } from "~/kernel/session/session";
import { FormRow } from "~/ui/FormRow";
import { beginConversation, conversationKeys, useRefreshConversation } from "./conversations";
import { showWords } from "./messages";

interface Props {
  object: string;
  id: number;
  onClose: () => void;
}

/** Shows a record to a colleague or in a conversation there is. */
export default function ShowDialog({ object, id, onClose }: Props) {
  const say = useSay(showWords);
  const me = useSession().user.id;
  const refresh = useRefreshConversation();
  const [words, setWords] = useState("");
  const [to, setTo] = useState<{ value: string; label: ReactNode } | null>(null);
  const [text, setText] = useState("");
  const attempt = useRef(crypto.randomUUID());
  const people = usePeople(useSettled(words));
  const recent = useQuery({
    queryKey: [...conversationKeys.list, "recent"],
    queryFn: ({ signal }) => api.get<Conversations>("/conversations", signal),
  });
  const found = (recent.data?.items ?? [])
    .map(line => ({ value: `conversation ${line.id}`, label: line.title ?? line.person?.label ?? "" }))
    .filter(option => option.label.toLowerCase().includes(words.trim().toLowerCase()));
  const colleagues = (people.data?.items ?? [])
    .filter(person => person.id !== me)
    .map(person => ({ value: `person ${person.id}`, label: person.label }));

  async function send() {
    const [kind, number] = (to?.value ?? "").split(" ");
    const conversation =
      kind === "person"
        ? (await beginConversation([{ id: Number(number), label: "" }], "")).id
        : Number(number);
    await api.post(
      `/conversations/${conversation}/messages`,
      { text: text.trim(), record: { object, id } },
      { said: say("sent"), idempotencyKey: attempt.current },
    );
    await refresh(conversation);
  }

  return (
    <FormDialog title={say("show")} okText={say("send")} ready={to !== null} onSave={send} onClose={onClose}>
      {errors => (
        <>
          <FormRow id="show-to" label={say("to")} error={errors.person} required>
            <Select
              id="show-to"
              aria-label={say("to")}
              autoFocus
              style={{ width: "100%" }}
              labelInValue
              value={to}
              options={[
                { label: say("recent"), options: found },
                { label: say("colleagues"), options: colleagues },
              ].filter(group => group.options.length > 0)}
              loading={people.isFetching || recent.isFetching}
              notFoundContent={people.isPending ? say("searching") : say("nothingFound")}
              showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
              onChange={next => {
                attempt.current = crypto.randomUUID();
                setTo(next);
                setWords("");
              }}
            />
          </FormRow>
          <FormRow id="show-text" label={say("words")} help={say("note")} error={errors.text}>
            <Input.TextArea
              id="show-text"
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2_000}
              value={text}
              onChange={event => {
                attempt.current = crypto.randomUUID();
                setText(event.target.value);
              }}
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
