import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { textOf } from "~/kernel/fields/registry";
import { useLanguage } from "~/kernel/i18n/language";
import { fieldOf } from "./catalog";

/** What a record is called: its title in words, or its number. */
export function useNameOf(object: BusinessObject): (record: RecordData) => string {
  const language = useLanguage();
  const title = fieldOf(object, object.titleField);
  return record => (title && textOf(title, record[title.name], language)) || `#${record.id}`;
}
