import { Skeleton } from "antd";
import type { BusinessObject, Field, Filter } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, writeQuery } from "~/kernel/navigation/navigation";
import { useAggregate } from "~/kernel/records/records";
import { groupDigits } from "~/kernel/text/decimals";
import { Panel } from "~/ui/Page";
import { todayWords } from "./messages";
import { type Share, sharesOf, statusField } from "./shares";

const MINE: Filter = { field: "owner", op: "eq", value: "me" };

/** My own records by status; every number opens the records below it. */
export function MyNumbers() {
  const counted = useCatalog()
    .listed()
    .flatMap(object => {
      const status = statusField(object);
      return status ? [{ object, status }] : [];
    });
  return counted.map(({ object, status }) => <ByStatus key={object.name} object={object} status={status} />);
}

function ByStatus({ object, status }: { object: BusinessObject; status: Field }) {
  const say = useSay(todayWords);
  const counts = useAggregate(object.name, {
    filter: MINE,
    groups: [{ field: status.name }],
    measures: [{ function: "count" }],
  });
  const shares = sharesOf(status, counts.data?.rows ?? []);
  const total = shares.reduce((sum, share) => sum + share.count, 0);
  if (counts.isError) return null;
  return (
    <Panel
      title={say("mine", { object: object.plural })}
      extra={
        total > 0 && (
          <Link href={listOf(object, MINE)} className="numbers-total number">
            {groupDigits(String(total))}
          </Link>
        )
      }
    >
      {counts.isPending ? (
        <Skeleton active paragraph={{ rows: 3 }} title={false} />
      ) : total === 0 ? (
        <p className="quiet">{say("noneMine", { object: object.plural })}</p>
      ) : (
        <ul className="numbers">
          {shares.map(share => (
            <StatusLine key={share.value ?? ""} object={object} status={status} share={share} total={total} />
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
}

function StatusLine({ object, status, share, total }: LineProps) {
  const say = useSay(todayWords);
  const one: Filter =
    share.value === null
      ? { field: status.name, op: "empty" }
      : { field: status.name, op: "eq", value: share.value };
  return (
    <li>
      <Link href={listOf(object, { and: [MINE, one] })} className="numbers-line">
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
