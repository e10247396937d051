import { useQuery } from "@tanstack/react-query";
import { Drawer, Skeleton } from "antd";
import { useId, useState } from "react";
import { api } from "~/kernel/api/api";
import type { AccessExplanation, BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { useSession } from "~/kernel/session/session";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { AccessExplained } from "./AccessExplained";
import { recordWords } from "./messages";
import { recordStory } from "./saving/useSaveChange";

interface Props {
  object: BusinessObject;
  record: RecordData;
  onClose: () => void;
}

/** Why one may, or may not, do each thing with this record. */
export function AccessPanel({ object, record, onClose }: Props) {
  const say = useSay(recordWords);
  const { user } = useSession();
  const id = useId();
  const [person, setPerson] = useState<Labelled | null>(null);
  const answer = useQuery({
    queryKey: [...recordStory(object.name, record.id), "access", person?.id ?? null],
    queryFn: ({ signal }) =>
      api.get<AccessExplanation>(
        `/records/${object.name}/${record.id}/access${person ? `?user=${person.id}` : ""}`,
        signal,
      ),
  });

  return (
    <Drawer open title={say("why")} size={480} onClose={onClose} styles={{ wrapper: { maxWidth: "100vw" } }}>
      {user.administrator && (
        <FormRow id={id} label={say("whyUser")}>
          <PersonPicker id={id} value={person ?? { id: user.id, label: user.name }} onChange={setPerson} />
        </FormRow>
      )}
      {answer.isPending && <Skeleton active />}
      {answer.isError && <EmptyState title={answer.error.message} />}
      {answer.data && <AccessExplained explanation={answer.data} />}
    </Drawer>
  );
}
