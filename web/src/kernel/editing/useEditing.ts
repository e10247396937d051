import { type Dispatch, type SetStateAction, useEffect, useState } from "react";
import { Problem } from "~/kernel/api/problem";
import { samePlace, useLeaveGuard } from "~/kernel/forms/useLeaveGuard";

export interface Editing<T> {
  draft: T;
  setDraft: Dispatch<SetStateAction<T>>;
  /** Lays a part over the draft. */
  set: (part: Partial<T>) => void;
  /** Does the draft differ from what is kept? */
  changed: boolean;
  busy: boolean;
  /** Why the last deed was refused; null when it was not. */
  refusal: unknown;
  refuse: (refusal: unknown) => void;
  /** The refusal at each field that it names. */
  errors: Record<string, string>;
  /** Keeps the draft, or strikes out what it is of; `then` may go elsewhere without being asked about changes. */
  keep: <Answer>(deed: () => Promise<Answer>, then?: (answer: Answer) => unknown) => Promise<void>;
}

/**
 * A draft that is kept as a whole, and guarded until it is.
 * `within` names values of the address that may change while the draft stays.
 */
export function useEditing<T extends object>(begun: T | (() => T), within?: readonly string[]): Editing<T> {
  const [draft, setDraft] = useState(begun);
  const [kept, setKept] = useState<{ draft: T; goOn?: () => unknown }>({ draft });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const changed = JSON.stringify(draft) !== JSON.stringify(kept.draft);
  useLeaveGuard(changed, samePlace(...(within ?? [])));
  // once nothing is guarded any more
  useEffect(() => {
    kept.goOn?.();
  }, [kept]);

  async function keep<Answer>(deed: () => Promise<Answer>, then?: (answer: Answer) => unknown) {
    setBusy(true);
    setRefusal(null);
    try {
      const answer = await deed();
      setKept({ draft, goOn: () => then?.(answer) });
    } catch (cause) {
      setRefusal(cause);
    }
    setBusy(false);
  }

  return {
    draft,
    setDraft,
    set: part => setDraft(now => ({ ...now, ...part })),
    changed,
    busy,
    refusal,
    refuse: setRefusal,
    errors: refusal instanceof Problem ? refusal.byField() : {},
    keep,
  };
}
