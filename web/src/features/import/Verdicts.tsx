import { Button, Skeleton, Tag } from "antd";
import { useMemo, useState } from "react";
import type { BusinessObject, ImportJob, ImportRow, ImportVerdict } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { kindOf } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { VERDICTS } from "./Counts";
import { useVerdicts } from "./imports";
import { fieldOfTarget } from "./mapping";
import { importWords } from "./messages";
import { RowValue } from "./RowValue";

const colorOf: Record<ImportVerdict, string> = {
  create: "green",
  update: "blue",
  skip: "default",
  mark: "gold",
  failed: "red",
};

/** Each row with its verdict and, at the cell, what is wrong with it. */
export function Verdicts({ object, job }: { object: BusinessObject; job: ImportJob }) {
  const say = useSay(importWords);
  const [verdict, setVerdict] = useState<ImportVerdict | null>(null);
  const pages = useVerdicts(job, verdict);
  const columns = useColumns(object, job);
  const rows = pages.data?.pages.flatMap(page => page.items) ?? [];
  return (
    <>
      <fieldset className="import-filter" aria-label={say("filterVerdict")}>
        <Filter
          label={say("all")}
          count={job.progress.total}
          on={verdict === null}
          onChoose={() => setVerdict(null)}
        />
        {VERDICTS.map(({ verdict: each, word, count }) => (
          <Filter
            key={each}
            label={say(word)}
            count={job.progress[count]}
            on={verdict === each}
            onChoose={() => setVerdict(each)}
          />
        ))}
      </fieldset>
      {pages.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("rowsOf")}
          columns={columns}
          rows={rows}
          rowKey={row => row.row}
          empty={<p className="quiet">{say("noRows")}</p>}
          tall
        />
      )}
      {pages.hasNextPage && (
        <Button
          className="import-more"
          loading={pages.isFetchingNextPage}
          onClick={() => pages.fetchNextPage()}
        >
          {say("moreRows")}
        </Button>
      )}
    </>
  );
}

interface FilterProps {
  label: string;
  count: number;
  on: boolean;
  onChoose: () => void;
}

function Filter({ label, count, on, onChoose }: FilterProps) {
  return (
    <button type="button" aria-pressed={on} disabled={count === 0 && !on} onClick={onChoose}>
      {label} <span className="number">{count.toLocaleString()}</span>
    </button>
  );
}

function useColumns(object: BusinessObject, job: ImportJob): DataColumn<ImportRow>[] {
  const say = useSay(importWords);
  const catalog = useCatalog();
  return useMemo(() => {
    const chosen = [...new Set(job.columns.flatMap(({ target }) => (target ? [target] : [])))];
    const faultAt = (row: ImportRow, target: string) => row.errors.find(error => error.field === target);
    const elsewhere = (row: ImportRow) =>
      row.errors.filter(error => !error.field || !chosen.includes(error.field));
    return [
      { key: "row", title: say("line"), cell: row => row.row, numeric: true, width: 64 },
      {
        key: "verdict",
        title: say("verdict"),
        lead: true,
        width: 160,
        cell: row => (
          <>
            <Tag color={colorOf[row.verdict]} variant="filled">
              {say(VERDICTS.find(({ verdict }) => verdict === row.verdict)?.word ?? "failed")}
            </Tag>
            {row.record && (
              <Link href={addressOf.record(object.name, row.record.id)}>{row.record.label}</Link>
            )}
            {elsewhere(row).map(error => (
              <p key={error.message} className="import-fault">
                {error.message}
              </p>
            ))}
          </>
        ),
      },
      ...chosen.map((target): DataColumn<ImportRow> => {
        const field = fieldOfTarget(catalog, object, target);
        return {
          key: target,
          title: job.targets.find(({ name }) => name === target)?.label ?? target,
          numeric: field && kindOf(field).numeric,
          faulty: row => faultAt(row, target) !== undefined,
          cell: row => {
            const fault = faultAt(row, target);
            const value = <RowValue field={field} value={row.values[target]} plain={fault !== undefined} />;
            if (!fault) return value;
            return (
              <>
                {value}
                <p className="import-fault">{fault.message}</p>
              </>
            );
          },
        };
      }),
    ];
  }, [catalog, object, job.columns, job.targets, say]);
}
