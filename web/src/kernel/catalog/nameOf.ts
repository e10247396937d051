import type { BusinessObject, Language, RecordData } from "~/kernel/api/contract";
import { textOf } from "~/kernel/fields/registry";
import { useLanguage } from "~/kernel/i18n/language";
import { fieldOf } from "./catalog";

/** What a record is called: its title in words; empty text when it has none. */
export function titleText(
  object: BusinessObject,
  record: Readonly<Record<string, unknown>>,
  language: Language,
): string {
  const title = fieldOf(object, object.titleField);
  return title ? textOf(title, record[title.name], language) : "";
}

/** What a record is called: its title in words, or its number. */
export function useNameOf(object: BusinessObject): (record: RecordData) => string {
  const language = useLanguage();
  return record => titleText(object, record, language) || `#${record.id}`;
}
