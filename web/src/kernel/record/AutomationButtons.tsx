import { ThunderboltOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { recordWords } from "./messages";
import { recordStory } from "./saving/useSaveChange";

/** What somebody may begin with the record by a button. */
export default function AutomationButtons({
  object,
  record,
}: {
  object: BusinessObject;
  record: RecordData;
}) {
  const say = useSay(recordWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const answer = useQuery({
    queryKey: [...recordStory(object.name, record.id), "buttons", record.version],
    queryFn: ({ signal }) =>
      api.get<{ items: { id: number; name: string }[] }>(
        `/workflows/buttons/${object.name}/${record.id}`,
        signal,
      ),
  });
  const press = (id: number, name: string) =>
    act(async () => {
      await api.post(`/workflows/${id}/press`, { record: record.id }, { said: say("begun", { name }) });
      await refreshRecords(queries);
    });
  const items = answer.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="record-buttons">
      {items.map(({ id, name }) => (
        <Button
          key={id}
          icon={<ThunderboltOutlined aria-hidden />}
          loading={busy}
          onClick={() => void press(id, name)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
