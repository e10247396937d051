import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { useSay } from "~/kernel/i18n/language";
import { LINES } from "~/kernel/overrides/overrides";
import { LinesShown } from "~/kernel/record/LinesShown";
import type { DataColumn } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { ASKED } from "./items";
import { expenseWords } from "./messages";
import "./items.css";

const OPEN = ["draft", "sentBack"];

/** What was spent, item by item. */
export default function ItemsTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(expenseWords);
  const items = useObject("expense-item");
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
    <LinesShown
      object={object}
      record={record}
      label={say("items")}
      columns={columns}
      rows={record.lines as RecordData[] | undefined}
      empty={<EmptyState title={say("none")} text={say("noneNext")} />}
      edit={say("edit")}
      open={OPEN.includes(String(record.status))}
      asked={["name", LINES]}
    />
  );
}
