import type { BusinessObject, Field } from "~/kernel/api/contract";
import { kindOf } from "~/kernel/fields/registry";
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

/** Whether a cell of this field can be changed in the list. */
export function isEditable(object: BusinessObject, field: Field): boolean {
  return object.verbs.edit && field.right === "edit" && !field.system && field.kind !== "autoNumber";
}
