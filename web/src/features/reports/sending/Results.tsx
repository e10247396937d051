import { Alert, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { sendingWords } from "./messages";
import { useResults } from "./subscriptions";

/** What became of the last times, for each recipient. */
export function Results({ id }: { id: number }) {
  const say = useSay(sendingWords);
  const language = useLanguage();
  const refusalText = useRefusalText();
  const results = useResults(id);
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  if (results.isPending) return <Skeleton active paragraph={{ rows: 2 }} title={false} />;
  if (results.error) return <Alert type="info" showIcon title={refusalText(results.error)} />;
  if (results.data.turns.length === 0) return <p className="quiet">{say("never")}</p>;
  return (
    <div className="sending-results">
      {results.data.turns.map(turn => (
        <section key={turn.due}>
          <h4>{moment.format(new Date(turn.due))}</h4>
          {turn.skipped && <p className="sending-failed">{turn.skipped}</p>}
          <ul>
            {turn.results.map(({ person, result, reason }) => (
              <li key={person.id}>
                {person.label}
                <span className={result === "failed" ? "sending-failed" : "quiet"}>
                  {say(result as "sent" | "waiting" | "nothing" | "failed")}
                  {reason && ` · ${reason}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
