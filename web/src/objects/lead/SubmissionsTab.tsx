import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData, Submission } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { intakeWords } from "~/kernel/intake/messages";
import { SubmissionCard } from "~/kernel/intake/SubmissionCard";
import { EmptyState } from "~/ui/EmptyState";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** What came from outside and became this record. */
export default function SubmissionsTab({ object, record }: Props) {
  const say = useSay(intakeWords);
  const { data } = useQuery({
    queryKey: ["submissions", object.name, record.id, record.version],
    queryFn: ({ signal }) =>
      api.get<{ items: Submission[] }>(`/intake/of/${object.name}/${record.id}`, signal),
  });
  if (!data) return <Skeleton active />;
  if (data.items.length === 0) return <EmptyState title={say("none")} />;
  return (
    <div className="submissions">
      {data.items.map(submission => (
        <SubmissionCard key={submission.id} submission={submission} />
      ))}
    </div>
  );
}
