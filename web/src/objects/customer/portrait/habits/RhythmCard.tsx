import { useSay } from "~/kernel/i18n/language";
import { daysFromToday } from "~/kernel/text/dates";
import { Card } from "../Card";
import { ContactsLink } from "../ContactsLink";
import { portraitWords } from "../messages";
import type { Contacts } from "../portrait";

/** How often one is in touch. */
export function RhythmCard({ contacts }: { contacts: Contacts }) {
  const say = useSay(portraitWords);
  const { everyDays, contactDays, lastDay, lastBy } = contacts;
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
              <ContactsLink
                contacts={contacts}
                sources={lastBy}
                narrowed={{ from: lastDay, until: lastDay }}
                title={lastDay}
              >
                {ago === 0 ? say("todayWord") : say("daysAgo", { days: ago })}
              </ContactsLink>
            </dd>
          </div>
        )}
      </dl>
    </Card>
  );
}
