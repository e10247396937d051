import { HolderOutlined, InfoCircleOutlined, MoreOutlined } from "@ant-design/icons";
import { Alert, Button, Dropdown, type MenuProps, Popover, Skeleton } from "antd";
import { type ReactNode, useMemo, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { AnswerView } from "~/kernel/charts/AnswerView";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo, writeQuery } from "~/kernel/navigation/navigation";
import { addressOfKept } from "../kept";
import { MarkMenu, type Picked } from "../MarkMenu";
import type { Question } from "../question";
import { type Report, useReport, useRun } from "../reports";
import type { Tile } from "./dashboards";
import { dashboardWords } from "./messages";
import { type Cross, type Narrowing, narrowed, type Unapplied } from "./narrowing";

interface Props {
  tile: Tile;
  narrowing: Narrowing;
  onCross: (cross: Cross) => void;
  /** What can be done with the tile while the dashboard is arranged. */
  acts?: MenuProps["items"];
}

/** A report on a dashboard, narrowed with all others. */
export function TileCard(props: Props) {
  const { tile, acts } = props;
  const say = useSay(dashboardWords);
  const catalog = useCatalog();
  const report = useReport(String(tile.report));
  const object = report.data && catalog.find(report.data.question.object);
  if (report.isPending)
    return (
      <Frame title={tile.title ?? ""} acts={acts}>
        <Skeleton active />
      </Frame>
    );
  if (!report.data || !object) {
    return (
      <Frame title={tile.title ?? ""} acts={acts}>
        <p className="quiet">{say("tileMissing")}</p>
      </Frame>
    );
  }
  return <Shown {...props} report={report.data} object={object} />;
}

function Shown({
  tile,
  narrowing,
  onCross,
  acts,
  report,
  object,
}: Props & { report: Report; object: BusinessObject }) {
  const refusalText = useRefusalText();
  const catalog = useCatalog();
  const go = useGo();
  const { question, unapplied } = useMemo(
    () => narrowed(catalog, object, report.question, narrowing),
    [catalog, object, report.question, narrowing],
  );
  const run = useRun(question, 0);
  const [picked, setPicked] = useState<Picked | null>(null);
  const title = tile.title || report.name;
  const inReport = (next: Question) =>
    go(
      addressOfKept("reports", report.id) +
        writeQuery({ draft: JSON.stringify({ question: next, chart: report.chart }) }),
    );
  return (
    <Frame
      title={title}
      href={addressOfKept("reports", report.id)}
      note={unapplied.length > 0 && <Why unapplied={unapplied} object={object} />}
      acts={acts}
    >
      {run.error !== null && !run.busy && <Alert type="warning" showIcon title={refusalText(run.error)} />}
      {!run.found && run.busy && <Skeleton active />}
      {run.found && (
        <div className="report-result" data-old={run.busy || run.error !== null}>
          <AnswerView
            answer={run.found.answer}
            choice={report.chart}
            label={title}
            compare={run.found.question.compare}
            onPick={(mark, place) => setPicked({ mark, place })}
          />
        </div>
      )}
      {picked && run.found && (
        <MarkMenu
          object={object}
          question={run.found.question}
          answer={run.found.answer}
          picked={picked}
          onAsk={inReport}
          onCross={cross => {
            setPicked(null);
            onCross({ ...cross, object: object.name });
          }}
          onClose={() => setPicked(null)}
        />
      )}
    </Frame>
  );
}

interface FrameProps {
  title: string;
  href?: string;
  note?: ReactNode;
  acts?: MenuProps["items"];
  children: ReactNode;
}

function Frame({ title, href, note, acts, children }: FrameProps) {
  const say = useSay(dashboardWords);
  return (
    <article className="tile" aria-label={title}>
      <header className="tile-head">
        {acts && <HolderOutlined aria-hidden className="tile-hold" />}
        <h2>{href && !acts ? <Link href={href}>{title}</Link> : title}</h2>
        {note}
        {acts && (
          <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: acts }}>
            <Button
              type="text"
              size="small"
              icon={<MoreOutlined aria-hidden />}
              aria-label={say("tileActions", { name: title })}
            />
          </Dropdown>
        )}
      </header>
      <div className="tile-body">{children}</div>
    </article>
  );
}

/** Why the filters of the dashboard do not narrow this report. */
function Why({ unapplied, object }: { unapplied: Unapplied[]; object: BusinessObject }) {
  const say = useSay(dashboardWords);
  const words = ({ filter, label = "" }: Unapplied) => {
    switch (filter) {
      case "period":
        return say("whyPeriod");
      case "person":
        return say("whyPerson", { object: object.plural });
      case "department":
        return say("whyDepartment", { object: object.plural });
      case "cross":
        return say("whyCross", { label, object: object.plural });
    }
  };
  return (
    <Popover
      trigger="click"
      title={say("unapplied")}
      content={
        <ul>
          {unapplied.map(each => (
            <li key={`${each.filter} ${each.label}`}>{words(each)}</li>
          ))}
        </ul>
      }
    >
      <Button
        type="text"
        size="small"
        icon={<InfoCircleOutlined aria-hidden />}
        aria-label={say("unapplied")}
        title={unapplied.map(words).join("\n")}
      />
    </Popover>
  );
}
