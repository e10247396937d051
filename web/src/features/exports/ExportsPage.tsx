import { DownloadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { ExportJob, Filter } from "~/kernel/api/contract";
import { download } from "~/kernel/api/download";
import { useCatalog } from "~/kernel/catalog/catalog";
import { cancelExport, pathOfFile, useExports } from "~/kernel/exports/exports";
import { exportWords } from "~/kernel/exports/messages";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { CancelButton } from "~/kernel/operations/CancelButton";
import { useOperationName } from "~/kernel/operations/operationName";
import { PagedTable } from "~/kernel/operations/PagedTable";
import { RunningProgress } from "~/kernel/operations/RunningProgress";
import { useWhose } from "~/kernel/operations/useWhose";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { groupDigits } from "~/kernel/text/decimals";
import type { DataColumn } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import "~/kernel/exports/exports.css";

/** What was exported, by me or by everybody: how far it is, and my own files. */
export default function ExportsPage() {
  const say = useSay(exportWords);
  const [everybodys, choice] = useWhose("exports", say("whose"));
  const pages = useExports(!everybodys);
  const columns: DataColumn<ExportJob>[] = [
    { key: "what", title: say("what"), lead: true, cell: job => <What job={job} /> },
    { key: "file", title: say("file"), cell: job => <State job={job} /> },
    { key: "by", title: say("by"), width: 120, cell: job => job.by?.label },
    {
      key: "when",
      title: say("when"),
      width: 152,
      cell: job => <span className="number">{wallTime(job.startedAt)}</span>,
    },
    {
      key: "act",
      title: <span className="sr-only">{say("download")}</span>,
      lead: true,
      width: 112,
      cell: job => <Act job={job} />,
    },
  ];

  return (
    <Page title={say("exports")} text={say("exportsText")} actions={choice}>
      <PagedTable
        label={say("exports")}
        columns={columns}
        pages={pages}
        empty={<EmptyState title={say("none")} text={say("noneText")} />}
      />
    </Page>
  );
}

/** The list, what of it, and how many columns. */
function What({ job }: { job: ExportJob }) {
  const say = useSay(exportWords);
  const nameOf = useOperationName();
  const catalog = useCatalog();
  const object = job.object ? catalog.find(job.object) : undefined;
  const { filter, search, ids } = job.asked as { filter?: Filter; search?: string; ids?: number[] };
  return (
    <div className="export-which">
      <strong>{nameOf({ kind: "export", object: job.object, label: job.label })}</strong>
      <span className="quiet">
        {filter && object && <FilterWords object={object} filter={filter} />}
        {search && ` ${say("searched", { text: search })}`}
        {ids && say("ids", { count: ids.length })}
        {!filter && !search && !ids && say("everyRecord")}
        {" · "}
        <span title={job.columns.join("、")}>{say("columnsList", { count: job.columns.length })}</span>
      </span>
    </div>
  );
}

function State({ job }: { job: ExportJob }) {
  const say = useSay(exportWords);
  const { done, total } = job.progress;
  if (job.status === "running") {
    return <RunningProgress done={done} total={total} label={`${job.label} ${say("running")}`} />;
  }
  if (job.status !== "done") {
    return (
      <div className="export-which">
        <span>
          <Tag color={job.status === "failed" ? "red" : "gold"} variant="filled">
            {say(job.status)}
          </Tag>
        </span>
        {job.message && <span>{job.message}</span>}
      </div>
    );
  }
  return (
    <div className="export-which">
      <span>
        {job.file?.name} ·{" "}
        <span className="number">{say("rows", { count: groupDigits(String(job.rows)) })}</span>
      </span>
      <span className="quiet">
        {job.file?.available && job.expiresAt
          ? say("until", { when: wallTime(job.expiresAt) })
          : say("expired")}
      </span>
    </div>
  );
}

function Act({ job }: { job: ExportJob }) {
  const say = useSay(exportWords);
  const queries = useQueryClient();
  const { user } = useSession();
  const { busy, act } = useAct();
  if (job.status === "running") {
    return <CancelButton name={job.label} onCancel={() => cancelExport(queries, job.id)} />;
  }
  if (!job.file?.available || job.by?.id !== user.id) return null;
  const { name } = job.file;
  return (
    <Button
      size="small"
      icon={<DownloadOutlined aria-hidden />}
      loading={busy}
      aria-label={say("downloadOf", { name })}
      onClick={() => act(() => download(pathOfFile(job), name))}
    >
      {say("download")}
    </Button>
  );
}
