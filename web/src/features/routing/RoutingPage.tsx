import { useQueryClient } from "@tanstack/react-query";
import { InputNumber, Segmented, Select, Skeleton, Switch } from "antd";
import { api } from "~/kernel/api/api";
import type { Routing } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { Panel } from "~/ui/Page";
import { Decisions } from "./Decisions";
import { routingWords } from "./messages";
import { Rules } from "./Rules";
import { bodyOf, draftOf, type RoutingDraft, routingKey, useRoutings } from "./routing";
import { Trial } from "./Trial";
import "./routing.css";

/** By which rules new records find their owners, and how it went. */
export default function RoutingPage() {
  return (
    <AdministratorsOnly>
      <Routings />
    </AdministratorsOnly>
  );
}

function Routings() {
  const say = useSay(routingWords);
  const [address, change] = useAddressState();
  const routings = useRoutings();
  if (routings.isPending) return <Skeleton active />;
  const all = routings.data?.items ?? [];
  const chosen = all.find(each => each.object === address.object) ?? all[0];
  if (!chosen) return <EmptyState title={say("nothing")} />;
  const objects = all.length > 1 && (
    <Segmented
      aria-label={say("routing")}
      value={chosen.object}
      options={all.map(({ object, label }) => ({ value: object, label }))}
      onChange={object => change({ object })}
    />
  );
  return <Editor key={`${chosen.object} ${chosen.version}`} routing={chosen} objects={objects} />;
}

function Editor({ routing, objects }: { routing: Routing; objects: React.ReactNode }) {
  const say = useSay(routingWords);
  const queries = useQueryClient();
  const object = useCatalog().find(routing.object);
  const [address, change] = useAddressState();
  const log = address.show === "log";
  const editing = useEditing(() => draftOf(routing), ["show"]);
  const { draft, setDraft, errors } = editing;

  const save = () =>
    editing.keep(async () => {
      const body = { ...bodyOf(draft), version: routing.version };
      await api.put(`/routing/${routing.object}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: routingKey });
      await queries.invalidateQueries({ queryKey: ["catalog"] });
    });

  return (
    <EditingPage
      title={say("routing")}
      text={say("routingText", { object: routing.label })}
      editing={editing}
      why={Object.values(errors)[0]}
      onSave={log ? undefined : save}
      className="routing"
    >
      {objects}
      <Segmented
        aria-label={say("routing")}
        value={log ? "log" : "rules"}
        options={[
          { value: "rules", label: say("tabRules") },
          { value: "log", label: say("tabLog") },
        ]}
        onChange={show => change({ show: show === "log" ? "log" : null }, { replace: true })}
      />
      {log ? (
        <Decisions object={routing.object} />
      ) : (
        <>
          <Panel>
            <p className="routing-turn">
              <Switch
                id="routing-active"
                checked={draft.active}
                onChange={active => setDraft({ ...draft, active })}
              />
              <label htmlFor="routing-active">{say("active")}</label>
            </p>
          </Panel>
          {object && <Rules object={object} routing={routing} draft={draft} errors={errors} set={setDraft} />}
          <Response draft={draft} errors={errors} set={setDraft} />
          <Trial routing={routing} draft={draft} />
        </>
      )}
    </EditingPage>
  );
}

interface ResponseProps {
  draft: RoutingDraft;
  errors: Record<string, string>;
  set: (draft: RoutingDraft) => void;
}

/** How soon somebody is to be in touch, and what happens to what is late. */
function Response({ draft, errors, set }: ResponseProps) {
  const say = useSay(routingWords);
  const limited = draft.answerWithin !== null;
  return (
    <Panel title={say("response")}>
      <p className="quiet">{say("responseText")}</p>
      <div className="routing-pair">
        <FormRow id="routing-within" label={say("answerWithin")} error={errors.answerWithin}>
          <InputNumber
            id="routing-within"
            min={1}
            max={43200}
            precision={0}
            placeholder={say("noLimit")}
            value={draft.answerWithin}
            onChange={answerWithin => set({ ...draft, answerWithin })}
            style={{ width: "100%" }}
          />
        </FormRow>
        <FormRow id="routing-late" label={say("late")} error={errors.reroutes}>
          <div className="routing-late">
            <Select
              id="routing-late"
              disabled={!limited}
              value={draft.reroutes === null || !limited ? "nothing" : "reroute"}
              options={[
                { value: "nothing", label: say("lateNothing") },
                { value: "reroute", label: say("lateReroute") },
              ]}
              onChange={late => set({ ...draft, reroutes: late === "nothing" ? null : 2 })}
            />
            {limited && draft.reroutes !== null && (
              <>
                <InputNumber
                  aria-label={say("lateReroutes")}
                  min={0}
                  max={20}
                  precision={0}
                  value={draft.reroutes}
                  onChange={reroutes => set({ ...draft, reroutes: reroutes ?? 0 })}
                />
                <span>{say("latePool")}</span>
              </>
            )}
          </div>
        </FormRow>
      </div>
    </Panel>
  );
}
