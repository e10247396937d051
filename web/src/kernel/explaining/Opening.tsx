import type { ValueExplanation } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { explainingWords } from "./messages";

/** Leads to the records below a line, where they have a list of their own. */
export function Opening({
  records,
  children,
}: {
  records: ValueExplanation["lines"][number]["records"];
  children: string;
}) {
  const say = useSay(explainingWords);
  const object = useCatalog().find(records?.object ?? "");
  if (!records || !object?.application) return <span>{children}</span>;
  const href = addressOf.list(object.name) + writeQuery({ filter: JSON.stringify(records.filter) });
  return (
    <Link href={href} title={say("open")}>
      {children}
    </Link>
  );
}
