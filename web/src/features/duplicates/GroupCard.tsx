import { Button, Tag } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { Panel } from "~/ui/Page";
import type { DuplicateGroup } from "./duplicates";
import { duplicateWords } from "./messages";

interface Props {
  object: BusinessObject;
  group: DuplicateGroup;
  busy: boolean;
  onCompare: () => void;
  onIgnore: () => void;
}

/** Records that are probably one, why, and what to do about it. */
export function GroupCard({ object, group, busy, onCompare, onIgnore }: Props) {
  const say = useSay(duplicateWords);
  const english = useLanguage() === "en-US";
  const nameOf = useNameOf(object);
  const reasons = group.reasons.map(reason => fieldOf(object, reason.field)?.label).filter(Boolean);
  const facts = object.fields.filter(
    field =>
      field.name !== object.titleField &&
      (field.identifying || ["owner", "region", "updatedAt"].includes(field.name)),
  );
  return (
    <Panel
      title={
        <span className="duplicates-why">
          <Tag color={group.certain ? "green" : "orange"}>{say(group.certain ? "certain" : "likely")}</Tag>
          <span className="number">{say("score", { percent: Math.floor(group.score * 100) })}</span>
          {reasons.length > 0 && (
            <span className="quiet">{say("alike", { fields: reasons.join(english ? ", " : "、") })}</span>
          )}
        </span>
      }
      extra={
        <span className="duplicates-acts">
          <Button onClick={onIgnore} disabled={busy}>
            {say("notSame")}
          </Button>
          <Button type="primary" ghost onClick={onCompare}>
            {say("compare")}
          </Button>
        </span>
      }
    >
      <ul className="duplicates-records">
        {group.records.map(record => (
          <li key={record.id}>
            <Link href={addressOf.record(object.name, record.id)} target="_blank">
              {nameOf(record)}
            </Link>
            <span className="duplicates-facts">
              {facts
                .filter(field => !isEmpty(record[field.name]))
                .map(field => (
                  <span key={field.name}>
                    <span className="quiet">{field.label}</span>{" "}
                    <FieldCell
                      field={field}
                      value={record[field.name]}
                      record={record}
                      object={object.name}
                    />
                  </span>
                ))}
            </span>
          </li>
        ))}
      </ul>
      {group.unseen > 0 && <p className="quiet">{say("unseen", { count: group.unseen })}</p>}
    </Panel>
  );
}
