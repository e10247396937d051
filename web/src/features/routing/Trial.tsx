import { useMutation } from "@tanstack/react-query";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Routing, RoutingTrial } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { Reason } from "~/kernel/routing/Reason";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { routingWords } from "./messages";
import { bodyOf, type RoutingDraft } from "./routing";

type Which = "ownerless" | "open";

/** What the rules as they are written now would do with records that are there. */
export function Trial({ routing, draft }: { routing: Routing; draft: RoutingDraft }) {
  const say = useSay(routingWords);
  const refusalText = useRefusalText();
  const [which, setWhich] = useState<Which>("ownerless");
  const trial = useMutation({
    mutationFn: () =>
      api.ask<RoutingTrial>(`/routing/${routing.object}/trial`, {
        ...bodyOf({ ...draft, active: false }),
        which,
      }),
  });
  return (
    <Panel title={say("trial")}>
      <p className="quiet">{say("trialText")}</p>
      <div className="routing-try">
        <Segmented<Which>
          aria-label={say("which")}
          value={which}
          options={[
            { value: "ownerless", label: say("ownerless") },
            { value: "open", label: say("open") },
          ]}
          onChange={setWhich}
        />
        <Button loading={trial.isPending} disabled={draft.rules.length === 0} onClick={() => trial.mutate()}>
          {say("run")}
        </Button>
      </div>
      {trial.isError && (
        <p className="rights-missing" role="alert">
          {refusalText(trial.error)}
        </p>
      )}
      {trial.data && !trial.isPending && <Outcome object={routing.object} trial={trial.data} />}
    </Panel>
  );
}

function Outcome({ object, trial }: { object: string; trial: RoutingTrial }) {
  const say = useSay(routingWords);
  if (trial.records === 0) return <EmptyState title={say("nothingToTry")} />;
  return (
    <div aria-live="polite">
      <p>
        <strong>{say("tried", { count: trial.records })}</strong>{" "}
        {!trial.whole && <span className="quiet">{say("newest", { count: trial.records })}</span>}
      </p>
      <div className="routing-pair">
        <Counts
          title={say("byRule")}
          counts={trial.rules.map(({ rule, count }) => ({ name: rule ?? say("noRule"), count }))}
        />
        <Counts
          title={say("byPerson")}
          counts={trial.people.map(({ person, count }) => ({ name: person.label ?? `#${person.id}`, count }))}
        />
      </div>
      <DataTable
        label={say("trial")}
        columns={[
          {
            key: "record",
            title: say("record"),
            lead: true,
            cell: example => (
              <Link href={addressOf.record(object, example.id)}>{example.title ?? `#${example.id}`}</Link>
            ),
          },
          {
            key: "now",
            title: say("nowOwner"),
            cell: example => example.owner?.label ?? <span className="empty-value">–</span>,
          },
          { key: "would", title: say("would"), cell: example => <Reason decision={example} /> },
        ]}
        rows={trial.examples}
        rowKey={example => example.id}
      />
    </div>
  );
}

function Counts({ title, counts }: { title: string; counts: { name: string; count: number }[] }) {
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <section>
      <h3 className="routing-subtitle">{title}</h3>
      <ul className="routing-counts">
        {counts.map(({ name, count }) => (
          <li key={name}>
            <span>{name}</span>
            <span className="routing-bar" style={{ width: `calc(${(count / most) * 50}%)` }} />
            <span className="number">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
