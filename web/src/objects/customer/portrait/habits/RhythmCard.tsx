import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { daysFromToday } from "~/kernel/text/dates";
import { Card } from "../Card";
import { portraitWords } from "../messages";
import { type Contacts, contactsHref } from "../portrait";

/** How often one is in touch. */
export function RhythmCard({ contacts }: { contacts: Contacts }) {
  const say = useSay(portraitWords);
  const { everyDays, contactDays, lastDay } = contacts;
  const ago = lastDay === null ? 0 : -daysFromToday(lastDay);
  return (
    <Card title={say("rhythm")}>
      {everyDays === null ? (
        <>
          <p className="portrait-said quiet">{say("tooFew")}</p>
          <p className="quiet">{say("tooFewRhythm")}</p>
        </>
      ) : (
        <p className="portrait-said">{say("every", { days: everyDays })}</p>
      )}
      <dl className="portrait-facts">
        <div>
          <dt>{say("contactDays")}</dt>
          <dd className="number">{contactDays}</dd>
        </div>
        {lastDay !== null && (
          <div>
            <dt>{say("lastDay")}</dt>
            <dd className="number">
              <Link href={contactsHref(contacts, { from: lastDay, until: lastDay }) ?? ""} title={lastDay}>
                {ago === 0 ? say("todayWord") : say("daysAgo", { days: ago })}
              </Link>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
