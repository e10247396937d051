import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { formulaWords } from "./words";

interface State {
  field: string;
  done: boolean;
  percent: number;
}

/** How far a roll-up is computed for records that were there before it. */
export function RollUpProgress({ object, field }: { object: string; field: string }) {
  const say = useSay(formulaWords);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const key = ["rollups", object];
  const states = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<{ items: State[] }>(`/catalog/${object}/rollups`, signal),
    refetchInterval: query => (query.state.data?.items.every(each => each.done) ? false : 2_000),
  });
  const state = states.data?.items.find(each => each.field === field);
  if (!states.data) return null;

  async function again() {
    await act(async () => {
      await api.post(`/catalog/${object}/rollups/${field}/recompute`, {}, { said: say("recomputing") });
      await queries.invalidateQueries({ queryKey: key });
    });
  }

  return (
    <div className="form-row-wide formula-progress">
      {state?.done ? (
        <span className="quiet">{say("computed")}</span>
      ) : (
        <>
          <span>{say("computing", { percent: state?.percent ?? 0 })}</span>
          <Progress percent={state?.percent ?? 0} size="small" showInfo={false} />
        </>
      )}
      {state?.done && (
        <Button size="small" loading={busy} onClick={() => void again()}>
          {say("recompute")}
        </Button>
      )}
    </div>
  );
}
