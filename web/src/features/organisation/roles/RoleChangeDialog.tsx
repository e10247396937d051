import { useQuery } from "@tanstack/react-query";
import { Alert, Modal, Skeleton } from "antd";
import type { ReactNode } from "react";
import { api } from "~/kernel/api/api";
import type { FieldRule, Role, RolePreview, Verb } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { groupDigits } from "~/kernel/text/decimals";
import { organisationWords } from "../messages";
import { RIGHT_WORDS } from "./FieldRights";
import type { RoleDraft } from "./grants";
import { rightsWords } from "./messages";

interface Props {
  role: Role;
  draft: RoleDraft;
  onSave: () => void;
  onClose: () => void;
}

/** What the change of a role opens and closes for its holders, to look at before it is saved. */
export function RoleChangeDialog({ role, draft, onSave, onClose }: Props) {
  const say = useSay(rightsWords);
  const preview = useQuery({
    queryKey: ["role-preview", role.id, role.version, draft],
    queryFn: ({ signal }) => api.ask<RolePreview>(`/roles/${role.id}/preview`, draft, signal),
    gcTime: 0,
    retry: false,
  });
  return (
    <Modal
      open
      width={640}
      title={say("previewTitle", { name: draft.name })}
      okText={say("confirmSave")}
      okButtonProps={{ disabled: preview.isPending }}
      onOk={onSave}
      onCancel={onClose}
    >
      {preview.isPending && (
        <div role="status" aria-label={say("previewCounting")}>
          <Skeleton active title={false} />
        </div>
      )}
      {preview.isError && <Alert type="warning" showIcon title={say("previewFailed")} />}
      {preview.data && <Changes preview={preview.data} />}
    </Modal>
  );
}

function Changes({ preview }: { preview: RolePreview }) {
  const say = useSay(rightsWords);
  const sayOrganisation = useSay(organisationWords);
  const { people, examined, verbs, fields } = preview;
  if (people === 0) return <p>{say("previewNobody")}</p>;
  return (
    <div className="role-change">
      <p>
        {examined < people
          ? say("previewSome", { count: people, some: examined })
          : say("previewPeople", { count: people })}
      </p>
      {verbs.length + fields.length === 0 && <p>{say("previewNothing")}</p>}
      {verbs.length > 0 && (
        <table className="role-change-table">
          <thead>
            <tr>
              <th scope="col">{say("recordsChange")}</th>
              <th scope="col" className="data-numeric">
                {say("opened")}
              </th>
              <th scope="col" className="data-numeric">
                {say("closed")}
              </th>
            </tr>
          </thead>
          <tbody>
            {verbs.map(each => (
              <tr key={`${each.object}.${each.verb}`}>
                <th scope="row">
                  {each.label} · {sayOrganisation(each.verb as Verb)}
                  {each.gained > 0 && <small>{say("whoGains", { count: each.gained })}</small>}
                  {each.lost > 0 && <small>{say("whoLoses", { count: each.lost })}</small>}
                </th>
                <td className="data-numeric">
                  <Amount verb={each} count={each.opened} sign="+" />
                </td>
                <td className="data-numeric">
                  <Amount verb={each} count={each.closed} sign="−" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {fields.length > 0 && (
        <>
          <h3>{say("fieldsChange")}</h3>
          <ul>
            {fields.map(each => (
              <li key={`${each.object}.${each.field}.${each.from}`}>
                {say("fieldMoves", {
                  object: each.objectLabel,
                  field: each.label,
                  from: sayOrganisation(RIGHT_WORDS[each.from as FieldRule["right"]]),
                  to: sayOrganisation(RIGHT_WORDS[each.to as FieldRule["right"]]),
                  people: each.people,
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

type OfVerb = RolePreview["verbs"][number];

function Amount({ verb, count, sign }: { verb: OfVerb; count: OfVerb["opened"]; sign: string }): ReactNode {
  const say = useSay(rightsWords);
  if (!verb.counted) return <span className="quiet">–</span>;
  if (!count) return <span className="quiet">{say("recordsUncounted")}</span>;
  if (count.value === 0) return <span className="quiet">0</span>;
  return `${sign}${groupDigits(String(count.value))}${count.exact ? "" : "+"}`;
}
