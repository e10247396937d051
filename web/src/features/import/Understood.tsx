import { useQueryClient } from "@tanstack/react-query";
import { Button, Select } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { ImportJob } from "~/kernel/api/contract";
import { sizeText } from "~/kernel/fields/files/fileText";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { readSheet } from "./imports";
import { importWords } from "./messages";

/** What was made of the file, so that a wrong guess is seen before anything is written. */
export function Understood({ job, onAnother }: { job: ImportJob; onAnother: () => void }) {
  const say = useSay(importWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const { file } = job;
  const skipped = file.skipped ?? [];
  const facts: [string, React.ReactNode][] = [
    [say("file"), `${file.name} · ${file.format.toUpperCase()} · ${sizeText(file.size)}`],
  ];
  if (file.encoding) facts.push([say("encoding"), file.encoding]);
  if (file.delimiter) facts.push([say("delimiter"), delimiterName(file.delimiter)]);
  if (file.format === "xlsx" && file.sheets && file.sheets.length > 1) {
    facts.push([
      say("sheet"),
      <Select
        key="sheet"
        size="small"
        aria-label={say("sheet")}
        value={file.sheet}
        loading={busy}
        popupMatchSelectWidth={false}
        options={file.sheets.map(sheet => ({ value: sheet, label: sheet }))}
        onChange={sheet => act(() => readSheet(queries, job.id, sheet))}
      />,
    ]);
  } else if (file.format === "xlsx" && file.sheet) facts.push([say("sheet"), file.sheet]);
  facts.push([say("headerRow"), say("rowNumber", { row: file.headerRow })]);
  facts.push([say("rows"), say("rowCount", { count: file.rows.toLocaleString() })]);
  if (skipped.length > 0) {
    facts.push([say("skippedRows"), say("skippedNote", { count: skipped.length, rows: rangesOf(skipped) })]);
  }

  function delimiterName(delimiter: string): string {
    if (delimiter === ",") return say("comma");
    if (delimiter === ";") return say("semicolon");
    return delimiter === "\t" ? say("tab") : delimiter;
  }

  return (
    <Panel
      title={say("understood")}
      extra={
        <Button size="small" onClick={onAnother}>
          {say("otherFile")}
        </Button>
      }
    >
      <dl className="import-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

/** `1, 2, 3, 206` as `1–3, 206`. */
export function rangesOf(rows: number[]): string {
  const ranges: [from: number, to: number][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const shown = ranges.slice(0, 8).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return ranges.length > 8 ? `${shown.join(", ")} …` : shown.join(", ");
}
