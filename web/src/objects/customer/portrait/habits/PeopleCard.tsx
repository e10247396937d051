import type { RecordData } from "~/kernel/api/contract";
import { fieldOf, useObject } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useRecordPage } from "~/kernel/records/records";
import { Card } from "../Card";
import { portraitWords } from "../messages";

const MOST = 50;
const TOLD = ["preference", "interests"];

/** What the people there have said they prefer and care about. */
export function PeopleCard({ customer }: { customer: RecordData }) {
  const say = useSay(portraitWords);
  const contact = useObject("contact");
  const fields = contact ? TOLD.flatMap(name => fieldOf(contact, name) ?? []) : [];
  const answer = useRecordPage(
    "contact",
    {
      filter: { field: "customer", op: "eq", value: customer.id },
      fields: [contact?.titleField ?? "name", ...fields.map(field => field.name)],
      sort: [{ field: "primary", descending: true }],
      limit: MOST,
      count: "none",
    },
    { enabled: fields.length > 0 },
  );
  if (!contact || fields.length === 0) return null;
  const people = (answer.data?.items ?? []).filter(each => fields.some(field => !isEmpty(each[field.name])));
  return (
    <Card title={say("people")}>
      {answer.data && people.length === 0 && <p className="quiet">{say("peopleNext")}</p>}
      <ul className="portrait-people">
        {people.map(person => (
          <li key={person.id}>
            <Link href={addressOf.record(contact.name, person.id)}>{String(person[contact.titleField])}</Link>
            {fields.map(
              field =>
                !isEmpty(person[field.name]) && (
                  <span key={field.name} title={field.label}>
                    <FieldCell
                      field={field}
                      value={person[field.name]}
                      record={person}
                      object={contact.name}
                    />
                  </span>
                ),
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
