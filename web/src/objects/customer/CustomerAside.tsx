import { EditOutlined, PlusOutlined, StarFilled } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { type ComponentType, lazy, Suspense, useState } from "react";
import type { BusinessObject, RecordData, Sort } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { titleText, useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState } from "~/kernel/navigation/navigation";
import { mayAdd, mayChange, refreshRecords, useRecordPage } from "~/kernel/records/records";
import { customerWords } from "./messages";
import "./customer-aside.css";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));
const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

const SHOWN = 4;

interface Props {
  object: BusinessObject;
  record: RecordData;
}

const PRIMARY_FIRST: Sort[] = [
  { field: "primary", descending: true },
  { field: "id", descending: false },
];
const OPEN_FIRST: Sort[] = [
  { field: "outcome", descending: false },
  { field: "closeDate", descending: true },
];

/** The people and the addresses of a customer and what it may buy, shown in place. */
export default function CustomerAside({ object, record }: Props) {
  return (
    <>
      <Children object={object} record={record} relation="contacts" Line={ContactLine} />
      <Children
        object={object}
        record={record}
        relation="opportunities"
        sort={OPEN_FIRST}
        Line={OpportunityLine}
      />
      <Children object={object} record={record} relation="addresses" Line={AddressLine} />
    </>
  );
}

interface LineProps {
  child: BusinessObject;
  record: RecordData;
}

function Children({
  object,
  record,
  relation: name,
  sort = PRIMARY_FIRST,
  Line,
}: Props & { relation: string; sort?: Sort[]; Line: ComponentType<LineProps> }) {
  const say = useSay(customerWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const nameOf = useNameOf(object);
  const catalog = useCatalog();
  const [, setAddress] = useAddressState();
  const relation = object.relations.find(candidate => candidate.name === name);
  const child = relation && catalog.find(relation.object);
  const [creating, setCreating] = useState(false);
  const [editing, setEditing] = useState<RecordData | null>(null);
  const answer = useRecordPage(
    relation?.object ?? "",
    {
      filter: { field: relation?.field ?? "", op: "eq", value: record.id },
      sort,
      limit: SHOWN,
      may: true,
      count: "capped",
    },
    { enabled: child !== undefined },
  );
  if (!relation || !child) return null;
  const items = answer.data?.items ?? [];
  const count = answer.data?.count?.value ?? items.length;

  return (
    <section className="aside">
      <header>
        <h2>{relation.label}</h2>
        {count > SHOWN && (
          <Button
            type="link"
            size="small"
            onClick={() => setAddress({ tab: relation.name }, { replace: true })}
          >
            {say("all", { count })}
          </Button>
        )}
        {mayAdd(child, record) && (
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={say("add", { name: child.label })}
            onClick={() => setCreating(true)}
          />
        )}
      </header>
      {answer.data && items.length === 0 && <p className="quiet">{say("none", { name: relation.label })}</p>}
      <ul>
        {items.map(item => (
          <li key={item.id} className="aside-line">
            <Line child={child} record={item} />
            {child.verbs.edit && mayChange(item, "edit") && (
              <Button
                type="text"
                size="small"
                className="aside-edit"
                icon={<EditOutlined aria-hidden />}
                aria-label={say("edit", { name: titleText(child, item, language) })}
                onClick={() => setEditing(item)}
              />
            )}
          </li>
        ))}
      </ul>
      {creating && (
        <Suspense>
          <CreateDialog
            object={child}
            initial={{ [relation.field]: { id: record.id, label: nameOf(record) } }}
            repeatable
            onClose={() => setCreating(false)}
            onCreated={() => {
              setCreating(false);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <EditDialog
            object={child}
            record={editing}
            onClose={() => setEditing(null)}
            onSaved={() => setEditing(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

/** Name, what they do and decide, and how to reach them. */
function ContactLine({ child, record }: LineProps) {
  const say = useSay(customerWords);
  return (
    <div className="aside-body">
      <span className="aside-name">
        <Link href={addressOf.record(child.name, record.id)}>{String(record.name ?? "")}</Link>
        {record.primary === true && (
          <StarFilled className="aside-star" role="img" aria-label={say("primary")} />
        )}
        <Part child={child} record={record} name="title" />
        <Part child={child} record={record} name="role" />
      </span>
      <span className="aside-reach">
        <Part child={child} record={record} name="phone" />
        <Part child={child} record={record} name="landline" />
        <Part child={child} record={record} name="email" />
        <Part child={child} record={record} name="wechat" />
      </span>
    </div>
  );
}

/** What it is about, how far it is, for how much and until when. */
function OpportunityLine({ child, record }: LineProps) {
  return (
    <div className="aside-body">
      <span className="aside-name">
        <Link href={addressOf.record(child.name, record.id)}>{String(record.name ?? "")}</Link>
        <Part child={child} record={record} name="stage" />
      </span>
      <span className="aside-reach">
        <Part child={child} record={record} name="amount" />
        <Part child={child} record={record} name="closeDate" />
      </span>
    </div>
  );
}

/** What it is for, where it is, and who takes things there. */
function AddressLine({ child, record }: LineProps) {
  const say = useSay(customerWords);
  return (
    <div className="aside-body">
      <span className="aside-name">
        <Part child={child} record={record} name="kind" />
        <Part child={child} record={record} name="label" />
        {record.primary === true && (
          <StarFilled className="aside-star" role="img" aria-label={say("primary")} />
        )}
      </span>
      <Part child={child} record={record} name="address" />
      <span className="aside-reach">
        <Part child={child} record={record} name="recipient" />
        <Part child={child} record={record} name="phone" />
      </span>
    </div>
  );
}

function Part({ child, record, name }: LineProps & { name: string }) {
  const field = fieldOf(child, name);
  const value = record[name];
  if (!field || isEmpty(value)) return null;
  return (
    <span title={field.label}>
      <FieldCell field={field} value={value} record={record} object={child.name} />
    </span>
  );
}
