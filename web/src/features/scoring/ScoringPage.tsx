import { useQueryClient } from "@tanstack/react-query";
import { Alert, Radio, Segmented, Skeleton, Switch } from "antd";
import { api } from "~/kernel/api/api";
import type { Scoring } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { EditingPage } from "~/kernel/editing/EditingPage";
import { useEditing } from "~/kernel/editing/useEditing";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { AdministratorsOnly } from "~/kernel/session/AdministratorsOnly";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { Bands } from "./Bands";
import { Groups } from "./Groups";
import { scoringWords } from "./messages";
import { Preview } from "./Preview";
import { Rules } from "./Rules";
import { bodyOf, complete, draftOf, scoringKey, useScorings } from "./scoring";
import "./scoring.css";

/** By which rules records are scored and rated, and what a change of them would do. */
export default function ScoringPage() {
  return (
    <AdministratorsOnly>
      <Scorings />
    </AdministratorsOnly>
  );
}

function Scorings() {
  const say = useSay(scoringWords);
  const [address, change] = useAddressState();
  const scorings = useScorings();
  if (scorings.isPending) return <Skeleton active />;
  const all = scorings.data?.items ?? [];
  const chosen = all.find(each => each.object === address.object) ?? all[0];
  if (!chosen) return <EmptyState title={say("nothing")} />;
  const objects = all.length > 1 && (
    <Segmented
      aria-label={say("scoring")}
      value={chosen.object}
      options={all.map(({ object, label }) => ({ value: object, label }))}
      onChange={object => change({ object })}
    />
  );
  return <Editor key={`${chosen.object} ${chosen.version}`} scoring={chosen} objects={objects} />;
}

function Editor({ scoring, objects }: { scoring: Scoring; objects: React.ReactNode }) {
  const say = useSay(scoringWords);
  const queries = useQueryClient();
  const object = useCatalog().find(scoring.object);
  const editing = useEditing(() => draftOf(scoring));
  const { draft, setDraft, errors } = editing;

  const save = () =>
    editing.keep(async () => {
      const body = { ...bodyOf(draft), version: scoring.version };
      await api.put(`/scoring/${scoring.object}`, body, { said: say("saved") });
      await queries.invalidateQueries({ queryKey: scoringKey });
      await queries.invalidateQueries({ queryKey: ["catalog"] });
    });

  return (
    <EditingPage
      title={say("scoring")}
      text={say("scoringText")}
      editing={editing}
      why={Object.values(errors)[0]}
      onSave={save}
      unfinished={draft.active && !complete(draft)}
      className="scoring"
    >
      {objects}
      {scoring.faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say("broken")}
          description={
            <ul>
              {faultsOf(scoring).map(fault => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          }
        />
      )}
      <Panel>
        <p className="scoring-turn">
          <Switch
            id="scoring-active"
            checked={draft.active}
            onChange={active => setDraft({ ...draft, active })}
          />
          <label htmlFor="scoring-active">{say("active")}</label>
          <span className="quiet">{say("activeHelp")}</span>
        </p>
        {!scoring.active && draft.active && (
          <div className="scoring-earlier">
            <span id="scoring-earlier">{say("earlier")}</span>
            <Radio.Group
              aria-labelledby="scoring-earlier"
              value={draft.keepsEarlier}
              options={[
                { value: true, label: say("keepEarlier") },
                { value: false, label: say("replaceEarlier") },
              ]}
              onChange={event => setDraft({ ...draft, keepsEarlier: event.target.value as boolean })}
            />
          </div>
        )}
        {scoring.active && scoring.faults.length === 0 && <Progress scoring={scoring} />}
      </Panel>
      {object && <Rules object={object} draft={draft} errors={errors} set={setDraft} />}
      <div className="scoring-pair">
        <Bands levels={scoring.levels} draft={draft} errors={errors} set={setDraft} />
        <Groups draft={draft} errors={errors} set={setDraft} />
      </div>
      <Preview scoring={scoring} draft={draft} />
    </EditingPage>
  );
}

/** Each with the rule it is about. */
function faultsOf(scoring: Scoring): string[] {
  return scoring.faults.map(fault => {
    const place = /^rules\[(\d+)\]/.exec(fault.field)?.[1];
    const rule = place === undefined ? undefined : scoring.rules[Number(place)];
    return rule ? `${rule.name}：${fault.message}` : fault.message;
  });
}

function Progress({ scoring: { progress } }: { scoring: Scoring }) {
  const say = useSay(scoringWords);
  if (!progress) return null;
  return (
    <p className="quiet" aria-live="polite">
      {progress.finished
        ? say("finished")
        : say("running", { percent: progress.percent, changed: progress.changed })}
    </p>
  );
}
