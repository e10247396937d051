import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { BusinessObject, Draft, FieldProblem, RecordData } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { titleText } from "~/kernel/catalog/nameOf";
import { type FieldStates, fieldStates } from "~/kernel/conditions/fieldRules";
import { toWire } from "~/kernel/fields/registry";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { GivenUp, useSaveChange } from "~/kernel/record/saving/useSaveChange";
import { createRecord, refreshRecords } from "~/kernel/records/records";
import { useSession } from "~/kernel/session/session";
import { changesOf, missingFields, sameValue, startingDraft } from "./draft";
import { formWords } from "./messages";

export interface RecordForm {
  object: BusinessObject;
  /** The record being edited; absent for a new one. */
  record: RecordData | undefined;
  draft: Draft;
  /** What the field rules make of its fields while it is filled in. */
  states: FieldStates;
  errors: Record<string, FieldProblem>;
  /** What stands above the form when no single field is to blame. */
  refusal: string | null;
  /** Asks which value shall stand when somebody else saved first; to be shown with the form. */
  staleDialog: ReactNode;
  dirty: boolean;
  saving: boolean;
  set: (field: string, value: unknown) => void;
  save: () => Promise<RecordData | null>;
  reset: (initial?: Draft) => void;
}

/** The state of a form of any object: what is typed, what is wrong with it, and how it is saved. */
export function useRecordForm(object: BusinessObject, opened?: RecordData, initial: Draft = {}): RecordForm {
  const say = useSay(formWords);
  const language = useLanguage();
  const queries = useQueryClient();
  const { user } = useSession();
  const begin = (known: Draft) =>
    startingDraft(object, known, { user: { id: user.id, label: user.name }, now: new Date() });
  const [start, setStart] = useState<Draft>(() => (opened ? {} : begin(initial)));
  // As it was when the form opened: what others change meanwhile was not seen here, and must be asked about.
  const [record] = useState(opened);
  const [typed, setTyped] = useState<Draft>({});
  const [errors, setErrors] = useState<Record<string, FieldProblem>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const { save: saveChange, dialog: staleDialog } = useSaveChange(object, { inForm: true });
  const attempt = useRef(crypto.randomUUID());

  const draft = useMemo(() => ({ ...record, ...start, ...typed }) as Draft, [record, start, typed]);
  const states = useMemo(() => fieldStates(object, draft, record), [object, draft, record]);
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
  }

  async function save(): Promise<RecordData | null> {
    const missing = missingFields(object, draft, states);
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
      return createRecord(object.name, toWire(object, unlocked({ ...start, ...typed })), {
        said,
        idempotencyKey: attempt.current,
      });
    }
    return saveChange(record, unlocked(changesOf(record, typed)), say("changed", { name }));
  }

  /** A locked field is not sent; a new record gets its default from the server. */
  function unlocked(values: Draft): Draft {
    return Object.fromEntries(Object.entries(values).filter(([name]) => !states.locked.has(name)));
  }

  function explain(problem: unknown): void {
    if (problem instanceof GivenUp) return;
    if (!(problem instanceof Problem)) {
      setRefusal(say("unreachable"));
      return;
    }
    const byField = Object.fromEntries(problem.errors.toReversed().map(error => [error.field, error]));
    setErrors(byField);
    const marked = Object.keys(byField).length;
    setRefusal(marked > 0 ? say("fixErrors", { count: marked }) : problem.message);
  }

  return { object, record, draft, states, errors, refusal, staleDialog, dirty, saving, set, save, reset };
}
