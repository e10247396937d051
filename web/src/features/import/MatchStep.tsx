import { Alert, Button, Select, Tag } from "antd";
import { useMemo } from "react";
import type { BusinessObject, ImportJob } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import type { Run } from "./imports";
import { faultsOf, fieldOfTarget, grouped, type MappingFault, possibleKeys } from "./mapping";
import { importWords } from "./messages";
import { Rules } from "./Rules";
import { Understood } from "./Understood";

type Plan = Omit<Run, "dryRun">;

interface Props {
  object: BusinessObject;
  job: ImportJob;
  run: Plan;
  onChange: (run: Plan) => void;
  busy: boolean;
  onCheck: () => void;
  onAnother: () => void;
}

/** The second step: what was read, where each column goes, and how rows are written. */
export function MatchStep({ object, job, run, onChange, busy, onCheck, onAnother }: Props) {
  const say = useSay(importWords);
  const catalog = useCatalog();
  const kindOf = (target: string) => fieldOfTarget(catalog, object, target)?.kind;
  const faults = faultsOf(run.mapping, job.targets, run.mode !== "update", kindOf);
  const keys = possibleKeys(run.mapping, job.targets, kindOf);
  const keyed = run.key.filter(key => keys.some(target => target.name === key));
  const keyMissing = run.mode !== "insert" && keyed.length === 0;
  const matched = Object.values(run.mapping).filter(target => target !== null).length;

  return (
    <>
      {job.message && <Alert type="warning" showIcon title={job.message} />}
      <Understood job={job} onAnother={onAnother} />
      <Panel
        title={say("match")}
        extra={<span className="quiet">{say("matchedCount", { matched, total: job.columns.length })}</span>}
      >
        <p className="quiet import-match-text">{say("matchText")}</p>
        <div className="import-match-head" aria-hidden="true">
          <span>{say("column")}</span>
          <span>{say("samples")}</span>
          <span>{say("target")}</span>
          <span>{say("confidence")}</span>
        </div>
        <ul className="import-match">
          {job.columns.map(column => (
            <Column
              key={column.index}
              column={column}
              targets={job.targets}
              target={run.mapping[column.index] ?? null}
              onChoose={target => onChange({ ...run, mapping: { ...run.mapping, [column.index]: target } })}
            />
          ))}
        </ul>
      </Panel>
      <Rules run={{ ...run, key: keyed }} keys={keys} keyMissing={keyMissing} onChange={onChange} />
      <div className="import-foot">
        <div aria-live="polite">
          {faults.map(fault => (
            <p key={fault.kind} className="import-fault">
              {faultText(fault)}
            </p>
          ))}
        </div>
        <span className="quiet">{say("checkNote")}</span>
        <Button type="primary" loading={busy} disabled={faults.length > 0 || keyMissing} onClick={onCheck}>
          {say("check")}
        </Button>
      </div>
    </>
  );

  function faultText({ kind, targets }: MappingFault): string {
    const names = targets.map(target => target.label).join("、");
    if (kind === "nothingMatched") return say("nothingMatched");
    return kind === "missingRequired"
      ? say("missingRequired", { fields: names })
      : say("doubleTarget", { field: names });
  }
}

interface ColumnProps {
  column: ImportJob["columns"][number];
  targets: ImportJob["targets"];
  target: string | null;
  onChoose: (target: string | null) => void;
}

const confidenceColor = {
  remembered: "blue",
  exact: "green",
  similar: "gold",
  guessed: "gold",
  none: "default",
} as const;

function Column({ column, targets, target, onChoose }: ColumnProps) {
  const say = useSay(importWords);
  const title = column.title || say("noTitle", { index: column.index });
  const options = useMemo(
    () => [
      { value: "", label: say("doNotImport"), search: say("doNotImport"), chosen: say("doNotImport") },
      ...grouped(targets).map(({ group, targets: members }) => ({
        label: group,
        options: members.map(member => ({
          value: member.name,
          label: member.required ? `${member.label} *` : member.label,
          search: `${group} ${member.label} ${member.name}`,
          chosen: member.name.includes(".") ? `${group} · ${member.label}` : member.label,
        })),
      })),
    ],
    [targets, say],
  );
  const proposed = target === column.target;
  return (
    <li className={target === null ? "is-left-out" : undefined}>
      <strong className="import-column-title">{title}</strong>
      <span className="import-samples quiet">{column.samples.slice(0, 3).join(" · ")}</span>
      <Select
        aria-label={say("targetOf", { column: title })}
        value={target ?? ""}
        options={options}
        optionLabelProp="chosen"
        showSearch={{ optionFilterProp: "search" }}
        popupMatchSelectWidth={false}
        onChange={chosen => onChoose(chosen || null)}
      />
      <span>
        <Tag color={proposed ? confidenceColor[column.confidence] : "blue"} variant="filled">
          {proposed ? say(column.confidence) : say("chosen")}
        </Tag>
      </span>
    </li>
  );
}
