import type { BusinessObject, Filter, ImportJob } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { addressOf, writeQuery } from "~/kernel/navigation/navigation";

/** The list with the records that the import wrote: by whom and since when, as no field names the import itself. */
export function importedAddress(
  object: BusinessObject,
  { startedAt, by, progress }: Pick<ImportJob, "startedAt" | "by" | "progress">,
): string {
  const [at, who] = progress.updated > 0 ? ["updatedAt", "updatedBy"] : ["createdAt", "createdBy"];
  const written: Filter[] = [];
  if (startedAt && fieldOf(object, at)?.filterable) written.push({ field: at, op: "ge", value: startedAt });
  if (by && fieldOf(object, who)?.filterable) written.push({ field: who, op: "eq", value: by.id });
  const filter = written.length > 0 ? JSON.stringify({ and: written }) : null;
  return addressOf.list(object.name) + writeQuery({ filter });
}
