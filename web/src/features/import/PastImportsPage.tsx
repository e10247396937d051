import { Button, Progress, Skeleton, Tag } from "antd";
import type { ImportSummary } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { Counts } from "./Counts";
import "./import.css";
import { isUnderWay, useImports } from "./imports";
import { importWords } from "./messages";

const STATUS = {
  mapping: { word: "statusMapping", color: "default" },
  checking: { word: "statusChecking", color: "blue" },
  checked: { word: "statusChecked", color: "default" },
  running: { word: "statusRunning", color: "blue" },
  done: { word: "statusDone", color: "green" },
  failed: { word: "statusFailed", color: "red" },
  cancelled: { word: "statusCancelled", color: "gold" },
} as const;

/** My imports, under way and done: each opens where it stands. */
export default function PastImportsPage() {
  const say = useSay(importWords);
  const catalog = useCatalog();
  const pages = useImports();
  const imports = pages.data?.pages.flatMap(page => page.items) ?? [];
  const importable = catalog.listed().filter(object => object.verbs.import);
  const columns: DataColumn<ImportSummary>[] = [
    {
      key: "file",
      title: say("file"),
      lead: true,
      cell: ({ id, object, file }) => (
        <Link href={`${addressOf.import(object)}?import=${id}`}>
          {catalog.labelOf(object)} · {file.name}
        </Link>
      ),
    },
    { key: "status", title: say("verdict"), lead: true, width: 120, cell: job => <Status job={job} /> },
    {
      key: "progress",
      title: say("rows"),
      cell: job =>
        isUnderWay(job) ? (
          <Progress
            percent={job.progress.total ? Math.floor((job.progress.done / job.progress.total) * 100) : 0}
            size="small"
            aria-label={say("importing")}
          />
        ) : (
          <Counts progress={job.progress} />
        ),
    },
    {
      key: "when",
      title: say("when"),
      width: 160,
      cell: ({ startedAt }) => (startedAt ? <span className="number">{wallTime(startedAt)}</span> : null),
    },
  ];

  return (
    <Page
      title={say("pastImports")}
      text={say("pastImportsText")}
      actions={importable.map(object => (
        <Link key={object.name} href={addressOf.import(object.name)}>
          {say("newImport", { object: object.label })}
        </Link>
      ))}
    >
      {pages.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("pastImports")}
          columns={columns}
          rows={imports}
          rowKey={job => job.id}
          empty={<EmptyState title={say("noImportsYet")} text={say("noImportsYetText")} />}
        />
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {say("moreRows")}
        </Button>
      )}
    </Page>
  );
}

function Status({ job }: { job: ImportSummary }) {
  const say = useSay(importWords);
  const { word, color } = STATUS[job.status];
  return (
    <Tag color={color} variant="filled">
      {say(word)}
    </Tag>
  );
}
