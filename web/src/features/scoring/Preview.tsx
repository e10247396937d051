import { Skeleton } from "antd";
import type { Scoring, ScoringPreview } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { ColorTag } from "~/ui/ColorTag";
import { DataTable } from "~/ui/DataTable";
import { Panel } from "~/ui/Page";
import { scoringWords } from "./messages";
import { complete, type ScoringDraft, useScorePreview } from "./scoring";

type Example = ScoringPreview["examples"][number];

/** What the rules would change, with examples and their reasons. */
export function Preview({ scoring, draft }: { scoring: Scoring; draft: ScoringDraft }) {
  const say = useSay(scoringWords);
  const { data, error } = useScorePreview(scoring.object, draft);
  const whole = complete(draft);
  return (
    <Panel title={say("preview")}>
      {!whole && <p className="quiet">{say("previewAsk")}</p>}
      {whole && error instanceof Problem && <p className="rights-missing">{error.message}</p>}
      {whole && !data && !error && <Skeleton active title={false} />}
      {whole && data && !error && <Story scoring={scoring} preview={data} />}
    </Panel>
  );
}

function Story({ scoring, preview }: { scoring: Scoring; preview: ScoringPreview }) {
  const say = useSay(scoringWords);
  const most = Math.max(1, ...preview.levels.flatMap(({ before, after }) => [before, after]));
  return (
    <>
      <p aria-live="polite">
        <strong>{say("changing", { records: preview.records, changing: preview.changing })}</strong>
        {preview.byHand > 0 && <span className="quiet"> {say("byHand", { count: preview.byHand })}</span>}
      </p>
      <table className="scoring-levels">
        <thead>
          <tr>
            <th scope="col">{say("level")}</th>
            <th scope="col">{say("now")}</th>
            <th scope="col">{say("afterwards")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.levels
            .filter(({ level, before, after }) => level !== null || before > 0 || after > 0)
            .map(({ level, before, after }) => (
              <tr key={level}>
                <th scope="row">
                  <Level scoring={scoring} level={level} />
                </th>
                <td>
                  <Bar count={before} most={most} quiet />
                </td>
                <td>
                  <Bar count={after} most={most} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
      {preview.examples.length > 0 && (
        <>
          <h3 className="scoring-subtitle">{say("examples")}</h3>
          <Examples scoring={scoring} examples={preview.examples} />
        </>
      )}
    </>
  );
}

function Examples({ scoring, examples }: { scoring: Scoring; examples: Example[] }) {
  const say = useSay(scoringWords);
  return (
    <DataTable
      label={say("examples")}
      columns={[
        {
          key: "record",
          title: say("record"),
          lead: true,
          cell: example => (
            <Link href={addressOf.record(scoring.object, example.id)}>
              {example.title ?? `#${example.id}`}
            </Link>
          ),
        },
        {
          key: "change",
          title: say("change"),
          cell: example => (
            <span className="scoring-change">
              <Level scoring={scoring} level={example.was} /> →{" "}
              <Level scoring={scoring} level={example.level} />
            </span>
          ),
        },
        { key: "score", title: say("score"), numeric: true, cell: example => example.score },
        {
          key: "reasons",
          title: say("reasons"),
          cell: example => (
            <span className="scoring-reasons">
              {example.reasons.map(reason => (
                <span key={`${reason.name} ${reason.cap}`}>
                  {reason.cap ? say("capOf", { name: reason.name }) : reason.name}{" "}
                  <span className="number">
                    {reason.points < 0 ? `−${-reason.points}` : `+${reason.points}`}
                  </span>
                  {reason.atFirst !== null && ` (${say("decayedFrom", { points: reason.atFirst })})`}
                </span>
              ))}
            </span>
          ),
        },
      ]}
      rows={examples}
      rowKey={example => example.id}
    />
  );
}

function Level({ scoring, level }: { scoring: Scoring; level: string | null }) {
  const say = useSay(scoringWords);
  const known = scoring.levels.find(each => each.value === level);
  if (!known) return <span className="quiet">{level ?? say("noLevel")}</span>;
  return <ColorTag color={known.color}>{known.label}</ColorTag>;
}

function Bar({ count, most, quiet = false }: { count: number; most: number; quiet?: boolean }) {
  return (
    <span className="scoring-bar">
      <span
        className={quiet ? "scoring-bar-now" : "scoring-bar-then"}
        style={{ width: `calc((100% - 64px) * ${count / most})` }}
      />
      <span className="number">{groupDigits(String(count))}</span>
    </span>
  );
}
