import type { RecordLink } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { fieldWords } from "../messages";

/** The name of another record, leading to it where one may go there. */
export function RecordName({ record }: { record: RecordLink }) {
  const say = useSay(fieldWords);
  const object = useObject(record.object);
  if (record.label === null || record.label === undefined)
    return <span className="quiet">{say("notVisible")}</span>;
  if (!object?.verbs.read || object.application === null)
    return <span title={record.label}>{record.label}</span>;
  return (
    <Link href={addressOf.record(record.object, record.id)} title={record.label}>
      {record.label}
    </Link>
  );
}
