import type { Labelled } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";

/** The product itself acts as this person. */
const SYSTEM = 0;

/** What a person is called; the product itself in the reader's language. */
export function usePersonName(): (person: Labelled | null | undefined) => string {
  const say = useSay(common);
  return person => (person && person.id !== SYSTEM ? (person.label ?? `#${person.id}`) : say("system"));
}
