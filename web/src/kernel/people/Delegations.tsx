import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Skeleton, Tag } from "antd";
import { type FormEvent, useState } from "react";
import { useAct, useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Delegation, Labelled, Page } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { DayInput } from "~/kernel/fields/parts/DayInput";
import { useSay } from "~/kernel/i18n/language";
import { PersonPicker } from "~/kernel/pickers/PersonPicker";
import { instantOf, parseDay, todayHere, wallTime } from "~/kernel/text/dates";
import { DataTable } from "~/ui/DataTable";
import { FormRow } from "~/ui/FormRow";
import { delegationWords } from "./messages";
import "./delegations.css";

/** Who acts for somebody who is away, and for whom they act; `mine` when it is about oneself. */
export function Delegations({ user, mine }: { user: number; mine: boolean }) {
  const say = useSay(delegationWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const path = `/users/${user}/delegations`;
  const queryKey = ["delegations", user];
  const delegations = useQuery({
    queryKey,
    queryFn: ({ signal }) => api.get<Page<Delegation>>(path, signal),
  });
  const refresh = () => queries.invalidateQueries({ queryKey });

  async function end({ id, delegate }: Delegation) {
    const sure = await modal.confirm({
      title: say("endSure", { delegate: delegate?.label ?? "" }),
      okText: say("end"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`${path}/${id}`, { said: say("ended") });
      await refresh();
    });
  }

  if (delegations.isPending) return <Skeleton active />;
  return (
    <>
      <p className="quiet delegations-text">{say(mine ? "text" : "textOf")}</p>
      <DataTable
        label={say("whom")}
        rows={delegations.data?.items ?? []}
        rowKey={({ id }) => id}
        empty={<p className="quiet">{say("none")}</p>}
        columns={[
          {
            key: "whom",
            title: say("whom"),
            lead: true,
            cell: ({ person, delegate }) =>
              say("actsFor", { person: person?.label ?? "", delegate: delegate?.label ?? "" }),
          },
          {
            key: "time",
            title: say("time"),
            cell: ({ from, until }) => (
              <span className="number">
                {wallTime(from)} – {wallTime(until)}
              </span>
            ),
          },
          {
            key: "status",
            title: say("status"),
            cell: ({ active }) => (
              <Tag color={active ? "green" : undefined}>{say(active ? "now" : "planned")}</Tag>
            ),
          },
          {
            key: "end",
            title: <span className="sr-only">{say("end")}</span>,
            cell: delegation =>
              delegation.person?.id === user && (
                <Button type="text" size="small" danger onClick={() => end(delegation)}>
                  {say("end")}
                </Button>
              ),
          },
        ]}
      />
      <NewDelegation user={user} path={path} onAdded={refresh} />
    </>
  );
}

function NewDelegation({
  user,
  path,
  onAdded,
}: {
  user: number;
  path: string;
  onAdded: () => Promise<void>;
}) {
  const say = useSay(delegationWords);
  const textOf = useRefusalText();
  const [delegate, setDelegate] = useState<Labelled | null>(null);
  const [from, setFrom] = useState<string | null>(todayHere());
  const [until, setUntil] = useState<string | null>(parseDay("+7", todayHere()) ?? null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = problem instanceof Problem ? problem.byField() : {};

  async function add(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await api.post(
        path,
        {
          delegate: delegate?.id,
          from: from && instantOf(`${from} 00:00`),
          until: until && instantOf(`${parseDay("+1", until)} 00:00`),
        },
        { said: say("added", { name: delegate?.label ?? "" }) },
      );
      setDelegate(null);
      await onAdded();
    } catch (cause) {
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  }

  const day = (name: "from" | "until", value: string | null, onChange: (value: string | null) => void) => (
    <FormRow id={`delegation-${name}`} label={say(name)} error={errors[name]} required>
      <DayInput
        id={`delegation-${name}`}
        object="delegation"
        field={{ name, label: say(name), kind: "date", required: true, right: "edit" }}
        value={value}
        onChange={onChange}
      />
    </FormRow>
  );

  return (
    <form className="delegations-new" onSubmit={add}>
      {problem !== null && Object.keys(errors).length === 0 && (
        <Alert type="error" showIcon title={textOf(problem)} role="alert" />
      )}
      <FormRow id="delegation-delegate" label={say("delegate")} error={errors.delegate} required>
        <PersonPicker
          except={user}
          id="delegation-delegate"
          label={say("delegate")}
          value={delegate}
          onChange={setDelegate}
          invalid={Boolean(errors.delegate)}
          describedBy="delegation-delegate-note"
        />
      </FormRow>
      {day("from", from, setFrom)}
      {day("until", until, setUntil)}
      <Button htmlType="submit" loading={busy} disabled={!delegate || !from || !until}>
        {say("add")}
      </Button>
    </form>
  );
}
