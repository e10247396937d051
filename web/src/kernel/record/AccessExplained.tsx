import { CheckCircleFilled, CloseCircleFilled } from "@ant-design/icons";
import type { AccessExplanation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { recordWords } from "./messages";
import "./record.css";

/** What may be done with a record or an object and its fields, each with what decides it. */
export function AccessExplained({ explanation }: { explanation: AccessExplanation }) {
  const say = useSay(recordWords);
  const things = [
    ...explanation.verbs.map(({ verb, ...found }) => ({
      ...found,
      key: verb,
      name: verb in VERBS ? say(VERBS[verb as keyof typeof VERBS]) : verb,
    })),
    ...explanation.commands.map(({ command, label, ...found }) => ({ ...found, key: command, name: label })),
  ];
  return (
    <>
      <h2>{say("mayDo")}</h2>
      <ul className="access-list">
        {things.map(({ key, name, allowed, reasons }) => (
          <li key={key}>
            {allowed ? (
              <CheckCircleFilled className="access-yes" role="img" aria-label={say("allowed")} />
            ) : (
              <CloseCircleFilled className="access-no" role="img" aria-label={say("notAllowed")} />
            )}
            <strong>{name}</strong>
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
          <li key={field}>
            <span>{label}</span>
            <span className="quiet">
              {say(RIGHTS[right])}
              <small>{reason}</small>
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
