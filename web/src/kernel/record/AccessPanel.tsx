import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
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
      {answer.data && <Explanation explanation={answer.data} />}
    </Drawer>
  );
}

function Explanation({ explanation }: { explanation: AccessExplanation }) {
  const say = useSay(recordWords);
  return (
    <>
      <h2>{say("mayDo")}</h2>
      <ul className="access-list">
        {explanation.verbs.map(({ verb, allowed, reasons }) => (
          <li key={verb}>
            {allowed ? (
              <CheckCircleFilled className="access-yes" role="img" aria-label={say("allowed")} />
            ) : (
              <CloseCircleFilled className="access-no" role="img" aria-label={say("notAllowed")} />
            )}
            <strong>{verb in VERBS ? say(VERBS[verb as keyof typeof VERBS]) : verb}</strong>
            <ul>
              {reasons.map(reason => (
                <li key={reason} className="quiet">
                  {reason}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <h2>{say("mayFields")}</h2>
      <ul className="access-fields">
        {explanation.fields.map(({ field, label, right, reason }) => (
          <li key={field} title={reason}>
            <span>{label}</span>
            <span className="quiet">
              {right in RIGHTS ? say(RIGHTS[right as keyof typeof RIGHTS]) : right}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

const VERBS = {
  read: "verbRead",
  create: "verbCreate",
  edit: "verbEdit",
  delete: "verbDelete",
  import: "verbImport",
  export: "verbExport",
  transfer: "verbTransfer",
} as const;

const RIGHTS = {
  hidden: "rightHidden",
  masked: "rightMasked",
  read: "rightRead",
  edit: "rightEdit",
} as const;
