import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { Figure } from "./Figure";
import { targetWords } from "./messages";
import type { Line, Measure } from "./targets";

interface Props {
  measure: Measure;
  line: Pick<Line, "done" | "records">;
  short?: boolean;
}

/** What is done, opening to the records that counted; with several kinds of records each has its own way. */
export function DoneLink({ measure, line, short }: Props) {
  const say = useSay(targetWords);
  const catalog = useCatalog();
  const figure = <Figure measure={measure} amount={line.done} short={short} />;
  const [first, ...others] = line.records;
  if (!first) return figure;
  const listOf = (records: Line["records"][number]) =>
    addressOf.list(records.object) + writeQuery({ filter: JSON.stringify(records.filter) });
  if (others.length === 0) {
    return (
      <Link href={listOf(first)} title={say("opens")}>
        {figure}
      </Link>
    );
  }
  return (
    <>
      {figure}
      {line.records.map(records => (
        <Link key={records.object} href={listOf(records)} className="target-way">
          {catalog.listed().find(object => object.name === records.object)?.plural ?? records.object}
        </Link>
      ))}
    </>
  );
}
