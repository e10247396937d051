import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Draft, RecordData, StaleBody } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { toWire } from "~/kernel/fields/registry";
import { changeRecord, recordKeys } from "~/kernel/records/records";
import { type Conflict, conflictsOf, mergedChange } from "./merge";
import { StaleDialog } from "./StaleDialog";

/** The user gave up on a change that somebody else had overtaken; theirs are the current values. */
export class GivenUp extends Error {
  constructor(readonly current: Draft) {
    super("given up");
  }
}

interface Asked {
  stale: StaleBody;
  conflicts: Conflict[];
  answer: (keepTheirs: ReadonlySet<string> | null) => void;
}

interface SaveChange {
  /** Saves changed fields of a record as it was read; merges with what others changed meanwhile. */
  save: (record: RecordData, change: Draft, said?: string | null) => Promise<RecordData>;
  /** To be shown wherever `save` is used. */
  dialog: ReactNode;
}

/** The one way to change a record in place: merges by itself, or asks, when it was changed by somebody else. */
export function useSaveChange(object: BusinessObject): SaveChange {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);

  const ask = useCallback(
    (stale: StaleBody, conflicts: Conflict[]) =>
      new Promise<ReadonlySet<string> | null>(resolve =>
        setAsked({
          stale,
          conflicts,
          answer: keepTheirs => {
            setAsked(null);
            resolve(keepTheirs);
          },
        }),
      ),
    [],
  );

  const save = useCallback(
    async (record: RecordData, change: Draft, said?: string | null): Promise<RecordData> => {
      let draft = change;
      let version = record.version;
      for (;;) {
        try {
          const saved = await changeRecord(object.name, { id: record.id, version }, toWire(object, draft), {
            said,
          });
          afterSaving(saved);
          return saved;
        } catch (problem) {
          if (!(problem instanceof Problem && problem.isStale())) throw problem;
          const conflicts = conflictsOf(object, problem.body, draft, record);
          const keepTheirs = conflicts.length ? await ask(problem.body, conflicts) : new Set<string>();
          if (!keepTheirs) throw new GivenUp(problem.body.current);
          draft = mergedChange(draft, keepTheirs);
          version = problem.body.version;
          if (Object.keys(draft).length === 0)
            return api.get<RecordData>(`/records/${object.name}/${record.id}`);
        }
      }

      function afterSaving(saved: RecordData) {
        queries.setQueryData<RecordData>(recordKeys.one(object.name, saved.id), before => ({
          ...before,
          ...saved,
        }));
        void queries.invalidateQueries({ queryKey: ["records", object.name, "aggregate"] });
        void queries.invalidateQueries({ queryKey: recordStory(object.name, saved.id) });
      }
    },
    [object, queries, ask],
  );

  const dialog = asked && (
    <StaleDialog object={object} stale={asked.stale} conflicts={asked.conflicts} onAnswer={asked.answer} />
  );
  return { save, dialog };
}

/** Everything read about what happened on one record: timeline, history, access. */
export function recordStory(object: string, id: number) {
  return [...recordKeys.object(object), "story", id] as const;
}
