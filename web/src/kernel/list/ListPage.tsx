import type { BusinessObject } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useRecordPages } from "~/kernel/records/records";

/** All records of an object that one may see. */
export default function ListPage({ object }: { object: BusinessObject }) {
  const say = useSay(common);
  const pages = useRecordPages(object.name, { sort: object.list.sort, count: "capped" });
  const title = fieldOf(object, object.titleField);
  if (pages.isPending) return <p>{say("loading")}</p>;
  return (
    <section>
      <h1>{object.plural}</h1>
      <ul>
        {pages.data?.pages
          .flatMap(page => page.items)
          .map(record => (
            <li key={record.id}>
              <Link href={addressOf.record(object.name, record.id)}>
                {title ? <FieldCell field={title} value={record[title.name]} record={record} /> : record.id}
              </Link>
            </li>
          ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" onClick={() => pages.fetchNextPage()}>
          {say("more")}
        </button>
      )}
    </section>
  );
}
