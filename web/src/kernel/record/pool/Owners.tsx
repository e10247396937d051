import { Skeleton } from "antd";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { poolWords } from "./messages";
import { usePoolStanding } from "./standing";
import "./pool.css";

/** Whose the record was, from when, and how it came. */
export function Owners({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(poolWords);
  const standing = usePoolStanding(object.name, record);
  if (standing.isPending) return <Skeleton active />;
  if (standing.isError) return <EmptyState title={standing.error.message} />;
  const { history } = standing.data;
  if (history.length === 0) return <EmptyState title={say("noOwners")} text={say("noOwnersText")} />;
  return (
    <ol className="pool-owners">
      {history.map(hands => (
        <li key={`${hands.at}${hands.kind}`}>
          <time className="quiet number" dateTime={hands.at}>
            {wallTime(hands.at)}
          </time>
          <span>
            <strong>{hands.owner?.label ?? `${say("poolOnly")} ${hands.pool?.label ?? ""}`}</strong>
            {hands.former && <span className="quiet"> ← {hands.former.label}</span>}
          </span>
          <span>
            {say(hands.kind as "claim")}{" "}
            <span className="quiet">{say("by", { name: hands.by?.label ?? say("byProduct") })}</span>
            {hands.reason && <span> · {hands.reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
