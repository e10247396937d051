import { useCallback, useEffect, useMemo, useState } from "react";
import type { BusinessObject, Pipelines, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { pipelineOf, progressFields, stagesOf, usePipelines } from "~/kernel/pipelines/pipelines";
import { EmptyState } from "~/ui/EmptyState";
import { queryOf } from "../arrangement";
import { cardFields } from "../cards/RecordCard";
import { listWords } from "../messages";
import { fieldsToRead } from "../rows/useRows";
import type { ArrangedList } from "../useArrangement";
import { BoardLane } from "./BoardLane";
import {
  type BoardColumn,
  boardColumns,
  boardFields,
  countsOf,
  mayMove,
  orderedColumns,
  summedField,
  sumsOf,
} from "./board";
import { useBoard } from "./useBoard";
import { useMoves } from "./useMoves";
import { useNews } from "./useNews";
import "./board.css";

interface Props {
  object: BusinessObject;
  list: ArrangedList;
  onOpen: (record: RecordData) => void;
}

/** The records of a list in columns, one for each option of a field; cards are moved by hand or by key. */
export function Board({ object, list, onOpen }: Props) {
  const say = useSay(listWords);
  const { arrangement, search } = list;
  const fields = boardFields(object);
  const field = fields.find(candidate => candidate.name === arrangement.groupBy) ?? fields[0];
  const [selected, setSelected] = useState<ReadonlyMap<number, RecordData>>(new Map());
  const [said, setSaid] = useState("");
  const nameOf = useNameOf(object);
  const summed = summedField(object);
  const pipelines = usePipelines(object);
  const shown = field
    ? [...fieldsToRead(object, [...cardFields(object), field], false), ...progress(pipelines, object)]
    : [];
  const query = queryOf(arrangement, search, [...new Set(shown)]);
  const awaited = object.capabilities.includes("pipelined") && !pipelines;
  const { columns: counts, first } = useBoard(
    object.name,
    field && !awaited ? { ...query, groupBy: field.name, ...(summed ? { sum: summed.name } : {}) } : null,
  );
  const [refreshes, setRefreshes] = useState(0);
  const moved = useNews(
    object.name,
    counts.dataUpdatedAt,
    useCallback(() => setRefreshes(before => before + 1), []),
  );
  const { refetch } = counts;
  useEffect(() => {
    // in the same moment as the columns, which then share the answer
    if (refreshes > 0) void refetch();
  }, [refreshes, refetch]);
  const { move, dialog } = useMoves(object, field, moved);
  const byColumn = useMemo(() => countsOf(counts.data), [counts.data]);

  if (!field) return <EmptyState title={say("noBoardField")} />;
  if (awaited) return <div className="board" />;
  const all = boardColumns(field, byColumn, say("withoutValue"));
  const pipeline =
    field.name === pipelines?.stageField ? pipelineOf(pipelines, arrangement.filter) : undefined;
  const columns = pipeline ? orderedColumns(all, stagesOf(pipeline), byColumn) : all;
  const sums = summed && sumsOf(counts.data);

  function moveTo(records: RecordData[], column: BoardColumn) {
    setSelected(new Map());
    const name = records[0] ? nameOf(records[0]) : "";
    setSaid(say("movedTo", { name, column: column.label }));
    move(records, column);
  }

  return (
    <div className="board">
      {columns.map(column => (
        <BoardLane
          key={column.value ?? ""}
          object={object}
          field={field}
          column={column}
          columns={columns}
          query={query}
          first={first}
          refreshes={refreshes}
          pipelines={pipelines}
          count={byColumn.get(column.value) ?? (counts.isPending ? undefined : 0)}
          sum={sums?.get(column.value)}
          movable={mayMove(object, field)}
          selected={selected}
          onSelect={setSelected}
          onMove={moveTo}
          onOpen={onOpen}
        />
      ))}
      <div className="sr-only" aria-live="polite">
        {said}
      </div>
      {dialog}
    </div>
  );
}

/** What cards tell of the tasks of their stages, of the fields that one may see. */
function progress(pipelines: Pipelines | undefined, object: BusinessObject): string[] {
  return pipelines ? progressFields(pipelines).filter(name => fieldOf(object, name)) : [];
}
