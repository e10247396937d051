import type { BusinessObject } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useRecord } from "~/kernel/records/records";

/** One record with all its fields. */
export default function RecordPage({ object, id }: { object: BusinessObject; id: number }) {
  const say = useSay(common);
  const record = useRecord(object.name, id);
  if (record.isPending) return <p>{say("loading")}</p>;
  if (!record.data) throw record.error;
  const shown = object.sections.flatMap(section => section.fields);
  return (
    <section>
      <h1>{String(record.data[object.titleField] ?? "")}</h1>
      <dl>
        {shown.map(name => {
          const field = fieldOf(object, name);
          return (
            field && (
              <div key={name}>
                <dt>{field.label}</dt>
                <dd>
                  <FieldCell field={field} value={record.data[name]} record={record.data} />
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </section>
  );
}
