import { Drawer, Skeleton } from "antd";
import { useCallback, useMemo, useRef, useState } from "react";
import { useObject } from "~/kernel/catalog/catalog";
import type { Mark } from "~/kernel/charts/answer";
import type { Place } from "~/kernel/charts/Drawing";
import { type ChartChoice, shownKind } from "~/kernel/charts/kinds";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, usePath } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { type Building, useDragging } from "./builder/building";
import { FieldPane } from "./builder/FieldPane";
import { FilterPart } from "./builder/FilterPart";
import { LimitsPart } from "./builder/LimitsPart";
import { PeriodPart } from "./builder/PeriodPart";
import { Shelves } from "./builder/Shelves";
import { KindStrip } from "./KindStrip";
import { MarkMenu, type Picked } from "./MarkMenu";
import { reportWords } from "./messages";
import type { Question } from "./question";
import { ReportHead } from "./ReportHead";
import { Result } from "./Result";
import { type Draft, type Report, useRun } from "./reports";
import { useDraft } from "./useDraft";

interface Props {
  /** `null` for one that is being made. */
  report: Report | null;
  kept: Draft;
}

/** A report and, when it is changed, what it is built with; the result is there at once. */
export function Workbench({ report, kept }: Props) {
  const say = useSay(reportWords);
  const narrow = useNarrow();
  const path = usePath();
  const { draft, dirty, change } = useDraft(kept);
  const { question, chart } = draft;
  const object = useObject(question.object);
  const [editing, setEditing] = useState(report === null);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [filtering, setFiltering] = useState<{ about?: string } | null>(null);
  const [picture, setPicture] = useState<(() => string) | null>(null);
  const run = useRun(question);
  const saved = useRef(false);
  // The address keeps what is built: to look at the records and come back loses nothing.
  useLeaveGuard(
    dirty,
    ({ pathname }) => saved.current || pathname === path || pathname === addressOf.list(question.object),
  );

  const ask = useCallback(
    (next: (question: Question) => Question, step?: boolean) =>
      change(now => ({ ...now, question: next(now.question) }), step),
    [change],
  );
  const show = (next: Partial<ChartChoice>) => change(now => ({ ...now, chart: next }));
  const keepPicture = useCallback((make: (() => string) | null) => setPicture(() => make), []);
  const dragging = useDragging(ask);
  const faults = run.faults;
  const building = useMemo<Building | null>(
    () => (object ? { object, question, change: ask, faults } : null),
    [object, question, ask, faults],
  );

  if (!building || !object) {
    return (
      <EmptyState title={say("gone", { object: question.object })}>
        <Link href="/reports">{say("back")}</Link>
      </EmptyState>
    );
  }
  const found = run.found?.question.object === object.name ? run.found : null;
  const kind = found && shownKind(found.answer, chart.kind);
  const fields = (
    <FieldPane {...building} dragging={dragging} onFilter={({ path: about }) => setFiltering({ about })} />
  );
  const shelves = <Shelves building={building} dragging={dragging} />;

  return (
    <section className="report" data-editing={editing && !narrow}>
      <ReportHead
        report={report}
        draft={{ question, chart: { ...chart, kind: chart.kind ?? kind ?? "table" } }}
        dirty={dirty}
        editing={editing}
        picture={picture}
        onEdit={setEditing}
        onDiscard={() => change(() => kept)}
        onSaved={() => {
          saved.current = true;
        }}
      />
      <div className="report-body">
        {editing && !narrow && fields}
        <div className="report-main">
          {editing && !narrow && shelves}
          <div className="report-tools">
            <PeriodPart {...building} />
            <FilterPart
              {...building}
              about={filtering?.about}
              open={filtering !== null}
              onOpen={open => setFiltering(open ? {} : null)}
            />
            {editing && !narrow && <LimitsPart {...building} />}
          </div>
          {found && kind && <KindStrip answer={found.answer} kind={kind} chart={chart} onChange={show} />}
          {!found && run.busy && <Skeleton active />}
          <Result
            run={run}
            found={found}
            chart={chart}
            label={report?.name ?? say("unnamed")}
            editing={editing}
            onSort={sort => ask(now => ({ ...now, sort }))}
            onPick={(mark: Mark, place: Place) => setPicked({ mark, place })}
            onPicture={keepPicture}
          />
        </div>
      </div>
      {narrow && (
        <Drawer
          open={editing}
          placement="bottom"
          size="85dvh"
          title={say("edit")}
          onClose={() => setEditing(false)}
          destroyOnHidden
        >
          <div className="report-drawer">
            {shelves}
            <div>
              <LimitsPart {...building} />
            </div>
            {fields}
          </div>
        </Drawer>
      )}
      {picked && found && (
        <MarkMenu
          object={object}
          question={found.question}
          answer={found.answer}
          picked={picked}
          onAsk={next => {
            setPicked(null);
            ask(() => next, true);
          }}
          onClose={() => setPicked(null)}
        />
      )}
    </section>
  );
}
