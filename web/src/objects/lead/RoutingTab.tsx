import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData, RoutingDecision } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { routingReasonWords } from "~/kernel/routing/messages";
import { Occasion, Reason } from "~/kernel/routing/Reason";
import { EmptyState } from "~/ui/EmptyState";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** How the record came to its owner: every decision of the rules, the last one first. */
export default function RoutingTab({ object, record }: Props) {
  const say = useSay(routingReasonWords);
  const { data, isError } = useQuery({
    queryKey: ["routing", "of", object.name, record.id, record.version],
    queryFn: ({ signal }) =>
      api.get<{ items: RoutingDecision[] }>(`/routing/of/${object.name}/${record.id}`, signal),
    retry: false,
  });
  if (!data && !isError) return <Skeleton active />;
  if (!data || data.items.length === 0) return <EmptyState title={say("none")} />;
  return (
    <ol className="routing-story">
      {data.items.map(decision => (
        <li key={decision.id}>
          <Occasion decision={decision} />
          <Reason decision={decision} />
        </li>
      ))}
    </ol>
  );
}
