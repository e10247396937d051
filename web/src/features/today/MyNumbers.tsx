import { Skeleton } from "antd";
import type { BusinessObject, Field, Filter } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { useAggregate } from "~/kernel/records/records";
import { groupDigits } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import type { Whose } from "./due";
import { todayWords } from "./messages";
import { type Share, sharesOf, statusField } from "./shares";

const ownedBy = (whose: Whose): Filter => ({ field: "owner", op: "eq", value: whose });

/** My own records, or those of my team, by status; every number opens the records below it. */
export function MyNumbers({ whose }: { whose: Whose }) {
  const counted = useCatalog()
    .listed()
    .flatMap(object => {
      const status = statusField(object);
      return status ? [{ object, status }] : [];
    });
  return counted.map(({ object, status }) => (
    <ByStatus key={object.name} object={object} status={status} whose={whose} />
  ));
}

function ByStatus({ object, status, whose }: { object: BusinessObject; status: Field; whose: Whose }) {
  const say = useSay(todayWords);
  const counts = useAggregate(object.name, {
    filter: ownedBy(whose),
    groups: [{ field: status.name }],
    measures: [{ function: "count" }],
  });
  const shares = sharesOf(status, counts.data?.rows ?? []);
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  if (counts.isError) return null;
  return (
    <Panel
      title={say(whose === "me" ? "mine" : "ours", { object: object.plural })}
      extra={
        total > 0 && (
          <Link href={listOf(object, ownedBy(whose))} className="numbers-total number">
            {groupDigits(String(total))}
          </Link>
        )
      }
    >
      {counts.isPending ? (
        <Skeleton active paragraph={{ rows: 3 }} title={false} />
      ) : total === 0 ? (
        <p className="quiet">{say(whose === "me" ? "noneMine" : "noneOurs", { object: object.plural })}</p>
      ) : (
        <ul className="numbers">
          {shares.map(share => (
            <StatusLine
              key={share.value ?? ""}
              object={object}
              status={status}
              share={share}
              total={total}
              whose={whose}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface LineProps {
  object: BusinessObject;
  status: Field;
  share: Share;
  total: number;
  whose: Whose;
}

function StatusLine({ object, status, share, total, whose }: LineProps) {
  const say = useSay(todayWords);
  const one: Filter =
    share.value === null
      ? { field: status.name, op: "empty" }
      : { field: status.name, op: "eq", value: share.value };
  return (
    <li>
      <Link href={listOf(object, { and: [ownedBy(whose), one] })} className="numbers-line">
        <span>{share.label ?? say("without")}</span>
        <span className="numbers-bar" aria-hidden="true">
          <span style={{ width: `${(share.count / total) * 100}%` }} />
        </span>
        <span className="number">{groupDigits(String(share.count))}</span>
      </Link>
    </li>
  );
}

function listOf(object: BusinessObject, filter: Filter): string {
  return addressOf.list(object.name) + writeQuery({ filter: JSON.stringify(filter) });
}
