import { EditOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { mayChange } from "~/kernel/records/records";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import "./linesShown.css";

const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));

interface Props {
  object: BusinessObject;
  record: RecordData;
  /** What the lines are. */
  label: string;
  columns: DataColumn<RecordData>[];
  rows: RecordData[] | undefined;
  empty: ReactNode;
  /** What the button says that opens them for editing. */
  edit: string;
  /** Whether the record, as it stands, lets its lines be changed. */
  open: boolean;
  /** What is asked when they are edited. */
  asked: string[];
}

/** The lines of a record as a table, which whoever may opens in a dialog to change them. */
export function LinesShown({ object, record, label, columns, rows = [], empty, edit, open, asked }: Props) {
  const [editing, setEditing] = useState(false);
  return (
    <section className="lines-shown" aria-label={label}>
      {open && mayChange(record, "edit") && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {edit}
        </Button>
      )}
      <DataTable label={label} columns={columns} rows={rows} rowKey={line => line.id} empty={empty} />
      {editing && (
        <Suspense>
          <EditDialog
            object={object}
            record={record}
            only={asked}
            onClose={() => setEditing(false)}
            onSaved={() => setEditing(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
