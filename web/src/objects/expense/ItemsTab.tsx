import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { LINES } from "~/kernel/overrides/overrides";
import { mayChange } from "~/kernel/records/records";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { ASKED } from "./items";
import { expenseWords } from "./messages";
import "./items.css";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

const OPEN = ["draft", "sentBack"];

/** What was spent, item by item. */
export default function ItemsTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(expenseWords);
  const items = useObject("expense-item");
  const [editing, setEditing] = useState(false);
  const lines = (record.lines as RecordData[] | undefined) ?? [];
  const columns: DataColumn<RecordData>[] = ASKED.flatMap(name => {
    const field = items && fieldOf(items, name);
    return field
      ? [
          {
            key: name,
            title: field.label,
            lead: name === "kind",
            numeric: field.kind === "money",
            cell: (line: RecordData) => (
              <FieldCell field={field} value={line[name]} record={line} object={items.name} />
            ),
          },
        ]
      : [];
  });
  return (
    <section className="items-shown" aria-label={say("items")}>
      {OPEN.includes(String(record.status)) && mayChange(record, "edit") && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("edit")}
        </Button>
      )}
      <DataTable
        label={say("items")}
        columns={columns}
        rows={lines}
        rowKey={line => line.id}
        empty={<EmptyState title={say("none")} text={say("noneNext")} />}
      />
      {editing && (
        <Suspense>
          <EditDialog
            object={object}
            record={record}
            only={["name", LINES]}
            onClose={() => setEditing(false)}
            onSaved={() => setEditing(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
