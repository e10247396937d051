import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { tagColorValue } from "~/ui/ColorTag";
import { Card } from "../Card";
import { portraitWords } from "../messages";
import { type Contacts, contactsHref } from "../portrait";

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
              <Link
                href={
                  contactsHref(contacts, {
                    from: contacts.from,
                    until: contacts.until,
                    channel: channel.name,
                  }) ?? ""
                }
              >
                {channel.label}
              </Link>
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
