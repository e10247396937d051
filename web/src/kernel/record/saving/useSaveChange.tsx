import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Draft, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { toWire } from "~/kernel/fields/registry";
import { changeRecord, recordKeys } from "~/kernel/records/records";
import { DemandDialog } from "./DemandDialog";
import { demandedBy } from "./demanded";
import { conflictsOf, mergedChange } from "./merge";
import { StaleDialog } from "./StaleDialog";

/** The user gave up on a change that needs an answer; the current values are what the record holds. */
export class GivenUp extends Error {
  constructor(readonly current: Draft) {
    super("given up");
  }
}

interface SaveChange {
  /** Saves changed fields of a record as it was read; merges with what others changed meanwhile. */
  save: (record: RecordData, change: Draft, said?: string | null) => Promise<RecordData>;
  /** To be shown wherever `save` is used. */
  dialog: ReactNode;
}

interface Options {
  /** A form shows what else is required at its own fields; elsewhere it is asked for. */
  inForm?: boolean;
}

/**
 * The one way to change a record in place: merges by itself, or asks, when it was changed by somebody else; and asks
 * for what else the change requires.
 */
export function useSaveChange(object: BusinessObject, { inForm = false }: Options = {}): SaveChange {
  const queries = useQueryClient();
  const [question, setQuestion] = useState<ReactNode>(null);

  const ask = useCallback(
    <Answer,>(dialog: (answer: (given: Answer | null) => void) => ReactNode) =>
      new Promise<Answer | null>(resolve =>
        setQuestion(
          dialog(given => {
            setQuestion(null);
            resolve(given);
          }),
        ),
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
          if (!(problem instanceof Problem)) throw problem;
          if (problem.isStale()) {
            const { body } = problem;
            const conflicts = conflictsOf(object, body, draft, record);
            const keepTheirs = conflicts.length
              ? await ask<ReadonlySet<string>>(answer => (
                  <StaleDialog object={object} stale={body} conflicts={conflicts} onAnswer={answer} />
                ))
              : new Set<string>();
            if (!keepTheirs) throw new GivenUp(body.current);
            draft = mergedChange(draft, keepTheirs);
            version = body.version;
            if (Object.keys(draft).length === 0)
              return api.get<RecordData>(`/records/${object.name}/${record.id}`);
          } else {
            const demanded = inForm ? [] : demandedBy(object, problem, draft);
            if (demanded.length === 0) throw problem;
            const more = await ask<Draft>(answer => (
              <DemandDialog object={object} record={record} demanded={demanded} onAnswer={answer} />
            ));
            if (!more) throw new GivenUp(record);
            draft = { ...draft, ...more };
          }
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
    [object, queries, ask, inForm],
  );

  return { save, dialog: question };
}

/** Everything read about what happened on one record: timeline, history, access. */
export function recordStory(object: string, id: number) {
  return [...recordKeys.object(object), "story", id] as const;
}
