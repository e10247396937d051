import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { isLocked } from "~/kernel/conditions/fieldRules";
import { kindOf } from "~/kernel/fields/registry";
import { mayChange } from "~/kernel/records/records";
import { type ListColumn, shownColumns } from "../columns";

/** A column as the grid draws it. */
export interface GridColumn {
  field: Field;
  width: number;
  numeric: boolean;
  /** The column that names the record and opens it. */
  title: boolean;
}

export function gridColumns(object: BusinessObject, columns: ListColumn[]): GridColumn[] {
  return shownColumns(object, columns).map(({ field, width }) => ({
    field,
    width:
      width ?? (field.name === object.titleField ? Math.max(220, kindOf(field).width) : kindOf(field).width),
    numeric: kindOf(field).numeric ?? false,
    title: field.name === object.titleField,
  }));
}

/** Whether this field can be changed at all, or, of one record, in that record. */
export function isEditable(object: BusinessObject, field: Field, record?: RecordData): boolean {
  return (
    object.verbs.edit &&
    field.right === "edit" &&
    !field.system &&
    field.kind !== "autoNumber" &&
    (!record || (mayChange(record, "edit") && !isLocked(object, field.name, record)))
  );
}
