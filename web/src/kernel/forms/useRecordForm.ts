import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { BusinessObject, Draft, FieldProblem, RecordData, StaleBody } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { titleText } from "~/kernel/catalog/nameOf";
import { toWire } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { changeRecord, createRecord, refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { changesOf, missingFields, sameValue, startingDraft } from "./draft";
import { formWords } from "./messages";

export interface RecordForm {
  object: BusinessObject;
  /** The record being edited; absent for a new one. */
  record: RecordData | undefined;
  draft: Draft;
  errors: Record<string, FieldProblem>;
  /** What stands above the form when no single field is to blame. */
  refusal: string | null;
  /** Somebody else saved first; the user chooses before saving again. */
  conflict: StaleBody | null;
  dirty: boolean;
  saving: boolean;
  set: (field: string, value: unknown) => void;
  save: () => Promise<RecordData | null>;
  reset: (initial?: Draft) => void;
}

/** The state of a form of any object: what is typed, what is wrong with it, and how it is saved. */
export function useRecordForm(object: BusinessObject, record?: RecordData, initial: Draft = {}): RecordForm {
  const say = useSay(formWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { user } = useSession();
  const begin = (known: Draft) =>
    startingDraft(object, known, { user: { id: user.id, label: user.name }, now: new Date() });
  const [start, setStart] = useState<Draft>(() => (record ? {} : begin(initial)));
  const [typed, setTyped] = useState<Draft>({});
  const [errors, setErrors] = useState<Record<string, FieldProblem>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [conflict, setConflict] = useState<StaleBody | null>(null);
  const [saving, setSaving] = useState(false);
  const attempt = useRef(crypto.randomUUID());

  const draft = useMemo(() => ({ ...record, ...start, ...typed }) as Draft, [record, start, typed]);
  const dirty = Object.entries(typed).some(
    ([name, value]) => !sameValue(record?.[name] ?? start[name], value),
  );

  const set = useCallback((field: string, value: unknown) => {
    attempt.current = crypto.randomUUID();
    setTyped(now => ({ ...now, [field]: value }));
    setErrors(({ [field]: _, ...others }) => others);
  }, []);

  function reset(next: Draft = {}) {
    attempt.current = crypto.randomUUID();
    setStart(begin(next));
    setTyped({});
    setErrors({});
    setRefusal(null);
    setConflict(null);
  }

  async function save(): Promise<RecordData | null> {
    const missing = missingFields(object, draft);
    if (missing.length > 0) {
      setErrors(
        Object.fromEntries(
          missing.map(({ name }) => [name, { field: name, code: "required", message: say("required") }]),
        ),
      );
      setRefusal(say("fixErrors", { count: missing.length }));
      return null;
    }
    setSaving(true);
    setErrors({});
    setRefusal(null);
    try {
      const saved = await write();
      await refreshRecords(queries);
      return saved;
    } catch (problem) {
      explain(problem);
      return null;
    } finally {
      setSaving(false);
    }
  }

  function write(): Promise<RecordData> {
    const name = titleText(object, draft, language);
    if (!record) {
      const said = say("created", { object: object.label, name });
      return createRecord(object.name, toWire(object, { ...start, ...typed }), {
        said,
        idempotencyKey: attempt.current,
      });
    }
    const base = { id: record.id, version: conflict?.version ?? record.version };
    const change = toWire(object, changesOf(conflict ? { ...record, ...conflict.current } : record, typed));
    return changeRecord(object.name, base, change, { said: say("changed", { name }) });
  }

  function explain(problem: unknown): void {
    if (!(problem instanceof Problem)) {
      setRefusal(say("unreachable"));
      return;
    }
    if (problem.isStale()) {
      setConflict(problem.body);
      return;
    }
    const byField = Object.fromEntries(problem.errors.toReversed().map(error => [error.field, error]));
    setErrors(byField);
    const marked = Object.keys(byField).length;
    setRefusal(marked > 0 ? say("fixErrors", { count: marked }) : problem.message);
  }

  return { object, record, draft, errors, refusal, conflict, dirty, saving, set, save, reset };
}
