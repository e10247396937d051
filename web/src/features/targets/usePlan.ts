import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { TargetYear } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { targetKeys } from "~/kernel/targets/targets";
import { targetsWords } from "./messages";
import { cellKey, changesOf, type Draft, faultOf, type Row } from "./plan";

/** A cell as the server tells of it. */
interface Stored {
  kind: string;
  id: number;
  month: string;
  amount: string | null;
  version: number;
}

/** What somebody else has set meanwhile. */
export interface Conflict extends Stored {
  by: string | null;
}

interface Change {
  row: Pick<Row, "kind" | "id">;
  month: number;
  amount: string | null;
  version: number;
}

/** A year of targets while it is being set: what was typed, what is wrong with it, and how it is saved. */
export function usePlan(data: TargetYear) {
  const say = useSay(targetsWords);
  const textOf = useRefusalText();
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft>({});
  const [refused, setRefused] = useState<Draft>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflicts, setConflicts] = useState<Conflict[]>([]);
  const [undoable, setUndoable] = useState<Change[]>([]);
  const [saving, setSaving] = useState(false);
  const { unit } = data.measure;

  const changes: Change[] = changesOf(data.rows, draft).map(change => ({
    ...change,
    version: change.row.cells[change.month]?.version ?? 0,
  }));
  const faults: Record<string, string> = { ...refused };
  for (const [key, typed] of Object.entries(draft)) {
    const fault = faultOf(typed, unit);
    if (fault) faults[key] = say(fault);
  }

  const type = useCallback((cells: Draft) => {
    setDraft(before => ({ ...before, ...cells }));
    setRefused(before => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in cells))));
  }, []);

  function discard() {
    setDraft({});
    setRefused({});
    setRefusal(null);
    setConflicts([]);
  }

  function keep(cells: Stored[]) {
    queries.setQueryData<TargetYear>(targetKeys.year(data.measure.key, data.year), year =>
      year ? withCells(year, cells) : year,
    );
  }

  async function send(wanted: Change[], said: string): Promise<Stored[] | null> {
    setSaving(true);
    setRefused({});
    setRefusal(null);
    setConflicts([]);
    try {
      const body = {
        cells: wanted.map(({ row, month, amount, version }) => ({
          kind: row.kind,
          id: row.id,
          month: data.months[month],
          amount,
          version,
        })),
      };
      const answer = await api.put<{ cells: Stored[] }>(`/targets/${data.measure.key}`, body, { said });
      keep(answer.cells);
      void queries.invalidateQueries({ queryKey: ["targets", "completion"] });
      void queries.invalidateQueries({ queryKey: ["targets", "mine"] });
      return answer.cells;
    } catch (cause) {
      refuse(cause, wanted);
      return null;
    } finally {
      setSaving(false);
    }
  }

  function refuse(cause: unknown, wanted: Change[]) {
    if (cause instanceof Problem && cause.isStale()) {
      setConflicts((cause.body as unknown as { cells: Conflict[] }).cells);
      return;
    }
    const at: Record<string, string> = {};
    if (cause instanceof Problem) {
      for (const [field, message] of Object.entries(cause.byField())) {
        const change = wanted[Number(/^cells\[(\d+)\]/.exec(field)?.[1] ?? -1)];
        if (change) at[cellKey(change.row, change.month)] = message;
      }
    }
    setRefused(at);
    if (Object.keys(at).length === 0) setRefusal(textOf(cause));
  }

  /** What others have just set is what the save replaces, and what taking it back brings again. */
  async function save(wanted: Change[], theirs: Stored[] = []) {
    const before = new Map(
      data.rows.flatMap(row => row.cells.map((cell, month) => [cellKey(row, month), cell.amount] as const)),
    );
    for (const cell of theirs) before.set(cellKey(cell, data.months.indexOf(cell.month)), cell.amount);
    const stored = await send(wanted, say("saved", { count: wanted.length }));
    if (!stored) return;
    setDraft({});
    setUndoable(
      stored.map(cell => {
        const month = data.months.indexOf(cell.month);
        return { row: cell, month, amount: before.get(cellKey(cell, month)) ?? null, version: cell.version };
      }),
    );
  }

  async function undo() {
    if (await send(undoable, say("undone"))) setUndoable([]);
  }

  function takeTheirs() {
    const keys = new Set(conflicts.map(cell => cellKey(cell, data.months.indexOf(cell.month))));
    setDraft(before => Object.fromEntries(Object.entries(before).filter(([key]) => !keys.has(key))));
    keep(conflicts);
    setConflicts([]);
  }

  function saveMine() {
    const theirs = new Map(
      conflicts.map(cell => [cellKey(cell, data.months.indexOf(cell.month)), cell.version]),
    );
    keep(conflicts);
    void save(
      changes.map(change => ({
        ...change,
        version: theirs.get(cellKey(change.row, change.month)) ?? change.version,
      })),
      conflicts,
    );
  }

  return {
    draft,
    type,
    faults,
    refusal,
    conflicts,
    changes: changes.length,
    saving,
    save: () => save(changes),
    discard,
    takeTheirs,
    saveMine,
    undo: undoable.length > 0 ? undo : null,
  };
}

export type Plan = ReturnType<typeof usePlan>;

function withCells(year: TargetYear, cells: Stored[]): TargetYear {
  const stored = new Map(cells.map(cell => [cellKey(cell, year.months.indexOf(cell.month)), cell]));
  return {
    ...year,
    rows: year.rows.map(row => ({
      ...row,
      cells: row.cells.map((cell, month) => {
        const found = stored.get(cellKey(row, month));
        return found ? { ...cell, amount: found.amount, version: found.version } : cell;
      }),
    })),
  };
}
