import { useSay } from "~/kernel/i18n/language";
import { tagColorValue } from "~/ui/ColorTag";
import { Card } from "../Card";
import { ContactsLink } from "../ContactsLink";
import { portraitWords } from "../messages";
import type { Contacts } from "../portrait";

/** By which channels one is in touch, most used first. */
export function ChannelsCard({ contacts }: { contacts: Contacts }) {
  const say = useSay(portraitWords);
  const total = contacts.channels.reduce((sum, each) => sum + each.count, 0);
  const most = Math.max(...contacts.channels.map(each => each.count), 1);
  const sorted = [...contacts.channels].sort((one, other) => other.count - one.count);
  return (
    <Card
      title={say("channels")}
      extra={total > 0 && <span className="quiet">{say("sinceYear", { count: total })}</span>}
    >
      {total === 0 ? (
        <p className="quiet">{say("noneInYear")}</p>
      ) : (
        <ul className="portrait-shares">
          {sorted.map(channel => (
            <li key={channel.name}>
              <ContactsLink
                contacts={contacts}
                sources={[channel.source]}
                narrowed={{ from: contacts.from, until: contacts.until, channel: channel.name }}
              >
                {channel.label}
              </ContactsLink>
              <span className="portrait-gauge" aria-hidden>
                <span
                  style={{
                    inlineSize: `${(channel.count / most) * 100}%`,
                    background: tagColorValue(channel.color),
                  }}
                />
              </span>
              <span className="number">{channel.count}</span>
              <span className="number quiet">{Math.round((channel.count / total) * 100)}%</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
