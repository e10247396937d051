import { useCallback, useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { sameValue } from "~/kernel/record/saving/merge";
import { GivenUp, useSaveChange } from "~/kernel/record/saving/useSaveChange";
import { listWords } from "./messages";

/** Messages at cells, by record and field. */
export type CellErrors = Record<number, Record<string, string>>;

/** Changes one field of a row: shown at once, taken back with the reason at the cell when it is refused. */
export function useCellEdits(
  object: BusinessObject,
  patch: (id: number, change: Partial<RecordData>) => void,
): {
  edit: (record: RecordData, field: Field, value: unknown) => void;
  errors: CellErrors;
  dialog: React.ReactNode;
} {
  const say = useSay(listWords);
  const refusalText = useRefusalText();
  const { save, dialog } = useSaveChange(object);
  const [errors, setErrors] = useState<CellErrors>({});
  const queue = useRef(new Map<number, Promise<RecordData | null>>());

  const mark = useCallback((id: number, field: string, message: string | null) => {
    setErrors(now => {
      const { [field]: _, ...others } = now[id] ?? {};
      return { ...now, [id]: message === null ? others : { ...others, [field]: message } };
    });
  }, []);

  const edit = useCallback(
    (record: RecordData, field: Field, value: unknown) => {
      mark(record.id, field.name, null);
      if (sameValue(object, field.name, record[field.name], value)) return;
      patch(record.id, { [field.name]: value });

      // Two cells of one row, quickly one after the other: the second waits for the version the first brings.
      const before = queue.current.get(record.id) ?? Promise.resolve(null);
      const work = before.then(async saved => {
        const base = saved ? { ...record, version: saved.version } : record;
        try {
          const next = await save(base, { [field.name]: value }, say("changedOne", { field: field.label }));
          patch(record.id, { [field.name]: next[field.name], version: next.version });
          return next;
        } catch (cause) {
          const standing = cause instanceof GivenUp ? cause.current : record;
          patch(record.id, { [field.name]: standing[field.name] });
          if (!(cause instanceof GivenUp)) {
            const told = cause instanceof Problem ? cause.byField()[field.name] : undefined;
            mark(record.id, field.name, say("cellRefused", { message: told ?? refusalText(cause) }));
          }
          return saved;
        }
      });
      queue.current.set(record.id, work);
      void work.then(() => {
        if (queue.current.get(record.id) === work) queue.current.delete(record.id);
      });
    },
    [object, patch, save, say, mark, refusalText],
  );

  return { edit, errors, dialog };
}
