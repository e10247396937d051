import { Tooltip } from "antd";
import type { CSSProperties } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { tagColorValue } from "~/ui/ColorTag";
import { Card } from "../Card";
import { ContactsLink } from "../ContactsLink";
import { portraitWords } from "../messages";
import { type Contacts, endOfWeek } from "../portrait";

/** Contacts by week and channel; each bar opens those of its week. */
export function WeeksCard({ contacts }: { contacts: Contacts }) {
  const say = useSay(portraitWords);
  const { weeks, channels } = contacts;
  const totals = weeks.map(week => week.counts.reduce((sum, each) => sum + each, 0));
  const most = Math.max(...totals);
  const used = channels.filter((_, i) => weeks.some(week => week.counts[i]));
  return (
    <Card
      wide
      title={say("weekly", { weeks: weeks.length })}
      extra={
        <ul className="portrait-legend">
          {used.map(channel => (
            <li key={channel.name} style={{ "--channel": tagColorValue(channel.color) } as CSSProperties}>
              {channel.label}
            </li>
          ))}
        </ul>
      }
    >
      {most === 0 ? (
        <p className="quiet">{say("noWeeks", { weeks: weeks.length })}</p>
      ) : (
        <div className="portrait-weeks">
          <span className="portrait-most number" aria-hidden>
            {most}
          </span>
          <ol>
            {weeks.map((week, i) => (
              <li key={week.from}>
                <Bar
                  contacts={contacts}
                  week={week}
                  total={totals[i] ?? 0}
                  most={most}
                  first={i === 0 || week.from.slice(5, 7) !== weeks[i - 1]?.from.slice(5, 7)}
                />
              </li>
            ))}
          </ol>
        </div>
      )}
    </Card>
  );
}

interface BarProps {
  contacts: Contacts;
  week: Contacts["weeks"][number];
  total: number;
  most: number;
  /** Does a month begin with it? */
  first: boolean;
}

function Bar({ contacts, week, total, most, first }: BarProps) {
  const say = useSay(portraitWords);
  const language = useLanguage();
  const month = first && (
    <span className="portrait-month">
      {new Intl.DateTimeFormat(language, { month: "short", timeZone: "UTC" }).format(new Date(week.from))}
    </span>
  );
  if (total === 0) {
    return (
      <>
        <span className="portrait-bar" />
        {month}
      </>
    );
  }
  const said = say("weekOf", { from: week.from, count: total });
  const parts = contacts.channels.flatMap((channel, i) => {
    const count = week.counts[i] ?? 0;
    return count > 0 ? [{ ...channel, count }] : [];
  });
  const details = parts.map(({ label, count }) => say("channelCount", { channel: label, count }));
  return (
    <>
      <Tooltip title={[said, ...details].map(line => <div key={line}>{line}</div>)}>
        <ContactsLink
          contacts={contacts}
          sources={parts.map(part => part.source)}
          narrowed={{ from: week.from, until: endOfWeek(week.from) }}
          className="portrait-bar"
          label={[said, ...details].join(" · ")}
        >
          {parts.map(part => (
            <span
              key={part.name}
              style={{ blockSize: `${(part.count / most) * 100}%`, background: tagColorValue(part.color) }}
            />
          ))}
        </ContactsLink>
      </Tooltip>
      {month}
    </>
  );
}
