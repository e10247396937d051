import { useSay } from "~/kernel/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { poolsWords } from "./messages";
import { type PoolDraft, useTonight } from "./pools";

/** What tonight's run would take back if the pool were so. */
export function Tonight({ draft, id }: { draft: PoolDraft; id: number | null }) {
  const say = useSay(poolsWords);
  const { data } = useTonight(draft, id);
  if (!draft.recycling || draft.recycle.length === 0 || !data) return null;
  return (
    <Panel title={say("tonightTitle")}>
      <p aria-live="polite">
        {data.records === 0 ? say("tonightNone") : say("tonight", { count: data.records })}
      </p>
      {data.kept.map(({ reason, records }) => (
        <p key={reason}>{say("tonightKept", { count: records, reason })}</p>
      ))}
      {data.groups.length > 0 && (
        <DataTable
          label={say("tonightTitle")}
          columns={[
            { key: "owner", title: say("users"), lead: true, cell: group => group.owner.label },
            { key: "reason", title: say("rules"), cell: group => group.reason },
            { key: "records", title: say("free"), numeric: true, cell: group => group.records },
          ]}
          rows={data.groups}
          rowKey={group => `${group.owner.id} ${group.reason}`}
        />
      )}
    </Panel>
  );
}
