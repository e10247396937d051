import { Button, Skeleton } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { Occasion, Reason } from "~/kernel/routing/Reason";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { routingWords } from "./messages";
import { useDecisions } from "./routing";

/** Every decision of the rules, the last one first. */
export function Decisions({ object }: { object: string }) {
  const say = useSay(routingWords);
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useDecisions(object);
  if (!data) return <Skeleton active />;
  return (
    <Panel title={say("decisions")}>
      <DataTable
        label={say("decisions")}
        columns={[
          {
            key: "record",
            title: say("record"),
            lead: true,
            cell: decision =>
              decision.title === null ? (
                <span className="quiet">{say("hiddenRecord")}</span>
              ) : (
                <Link href={addressOf.record(object, decision.record)}>{decision.title}</Link>
              ),
          },
          { key: "reason", title: say("reason"), cell: decision => <Reason decision={decision} /> },
          { key: "at", title: say("occasion"), cell: decision => <Occasion decision={decision} /> },
        ]}
        rows={data.pages.flatMap(page => page.items)}
        rowKey={decision => decision.id}
        empty={<EmptyState title={say("noDecisions")} text={say("noDecisionsText")} />}
      />
      {hasNextPage && (
        <p>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say("older")}
          </Button>
        </p>
      )}
    </Panel>
  );
}
