import { PlusOutlined, StarFilled } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { type CSSProperties, lazy, Suspense, useMemo, useState } from "react";
import type { BusinessObject, Labelled, Option, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { titleText, useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { mayAdd, refreshRecords, useRecordPage } from "~/kernel/records/records";
import { ColorTag, tagColorValue } from "~/ui/ColorTag";
import { EmptyState } from "~/ui/EmptyState";
import { type Branch, forest } from "../forest";
import { customerWords } from "../messages";
import "./decision.css";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));
const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

const MOST = 200;
const UNKNOWN = "unknown";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** Who decides at a customer: who reports to whom, how much each counts, and for or against whom each is. */
export default function DecisionTab({ object, record }: Props) {
  const say = useSay(customerWords);
  const queries = useQueryClient();
  const nameOf = useNameOf(object);
  const contact = useObject("contact");
  const [adding, setAdding] = useState(false);
  const [editing, setEditing] = useState<RecordData | null>(null);
  const people = useRecordPage(
    "contact",
    {
      filter: { field: "customer", op: "eq", value: record.id },
      sort: [
        { field: "primary", descending: true },
        { field: "id", descending: false },
      ],
      limit: MOST,
      may: true,
      count: "none",
    },
    { enabled: contact !== undefined },
  );
  const items = useMemo(() => people.data?.items ?? [], [people.data]);
  const branches = useMemo(
    () =>
      forest(
        items,
        each => each.id,
        each => (each.reportsTo as Labelled | null | undefined)?.id ?? null,
      ),
    [items],
  );
  if (!contact) return null;
  const attitudes = fieldOf(contact, "attitude")?.options ?? [];

  return (
    <div className="decision">
      <div className="decision-tools">
        {items.length > 0 && <Balance people={items} attitudes={attitudes} />}
        {mayAdd(contact, record) && (
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {say("add", { name: contact.label })}
          </Button>
        )}
      </div>
      {people.error && <EmptyState title={people.error.message} />}
      {people.isPending && <Skeleton active />}
      {people.data && items.length === 0 && (
        <EmptyState title={say("none", { name: contact.plural })} text={say("decisionNext")} />
      )}
      {items.length > 0 && fieldOf(contact, "role") && !items.some(each => each.role === "decider") && (
        <p className="quiet">{say("noDecider")}</p>
      )}
      <div className="decision-scroll">
        <Chart
          contact={contact}
          branches={branches}
          attitudes={attitudes}
          label={say("decisionMap")}
          onEdit={setEditing}
        />
      </div>
      {adding && (
        <Suspense>
          <CreateDialog
            object={contact}
            initial={{ customer: { id: record.id, label: nameOf(record) } }}
            repeatable
            onClose={() => setAdding(false)}
            onCreated={() => {
              setAdding(false);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
      {editing && (
        <Suspense>
          <EditDialog
            object={contact}
            record={editing}
            onClose={() => setEditing(null)}
            onSaved={() => {
              setEditing(null);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** How many are for us, against us, or not known. */
function Balance({ people, attitudes }: { people: RecordData[]; attitudes: Option[] }) {
  return (
    <ul className="decision-balance">
      {attitudes.map(({ value, label, color }) => {
        const count = people.filter(each => (each.attitude ?? UNKNOWN) === value).length;
        return (
          <li key={value}>
            <ColorTag color={color}>
              {label} {count}
            </ColorTag>
          </li>
        );
      })}
    </ul>
  );
}

interface ChartProps {
  contact: BusinessObject;
  branches: Branch<RecordData>[];
  attitudes: Option[];
  label?: string;
  onEdit: (contact: RecordData) => void;
}

function Chart({ contact, branches, attitudes, label, onEdit }: ChartProps) {
  const say = useSay(customerWords);
  const language = useLanguage();
  return (
    <ul className="chart" aria-label={label}>
      {branches.map(({ item, below }) => {
        const attitude = attitudes.find(each => each.value === (item.attitude ?? UNKNOWN));
        const color = { "--attitude": tagColorValue(attitude?.color) } as CSSProperties;
        return (
          <li key={item.id}>
            <button type="button" className="chart-card" style={color} onClick={() => onEdit(item)}>
              <strong>
                {titleText(contact, item, language)}
                {item.primary === true && (
                  <StarFilled className="aside-star" role="img" aria-label={say("primary")} />
                )}
              </strong>
              <span className="quiet">{typeof item.title === "string" ? item.title : " "}</span>
              <span className="chart-tags">
                {attitude && <ColorTag color={attitude.color}>{attitude.label}</ColorTag>}
                {["role", "influence"].map(name => {
                  const field = fieldOf(contact, name);
                  return (
                    field &&
                    !isEmpty(item[name]) && (
                      <span key={name}>
                        {name === "influence" && `${field.label} `}
                        <FieldCell field={field} value={item[name]} record={item} object={contact.name} />
                      </span>
                    )
                  );
                })}
              </span>
            </button>
            {below.length > 0 && (
              <Chart contact={contact} branches={below} attitudes={attitudes} onEdit={onEdit} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
