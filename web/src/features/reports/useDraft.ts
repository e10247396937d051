import { useCallback, useEffect, useRef, useState } from "react";
import { useAddressState } from "~/kernel/navigation/navigation";
import { type Draft, sameDraft } from "./reports";

export interface Drafting {
  draft: Draft;
  dirty: boolean;
  /** A step can be gone back from by the browser; other changes only replace each other. */
  change: (change: (draft: Draft) => Draft, step?: boolean) => void;
}

/**
 * What is being built. The address says what differs from what is kept, so that back, reload and a shared link restore
 * it; state leads, because the address follows later than the next click.
 */
export function useDraft(kept: Draft): Drafting {
  const [address, setAddress] = useAddressState();
  const asked = address.draft ?? "";
  const [draft, setDraft] = useState(() => readDraft(asked) ?? kept);
  // Written to the address, and not read from it yet.
  const underWay = useRef<string[]>([]);
  const last = useRef(asked);
  const step = useRef(false);
  const dirty = !sameDraft(draft, kept);
  const text = dirty ? JSON.stringify(draft) : "";

  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    underWay.current.push(text);
    setAddress({ draft: text || null }, { replace: !step.current });
    step.current = false;
  }, [text, setAddress]);

  const standing = useRef(kept);
  standing.current = kept;
  useEffect(() => {
    const own = underWay.current.lastIndexOf(asked);
    if (own >= 0) {
      underWay.current = underWay.current.slice(own + 1);
    } else if (asked !== last.current) {
      last.current = asked;
      setDraft(readDraft(asked) ?? standing.current);
    }
  }, [asked]);

  const change = useCallback((next: (draft: Draft) => Draft, isStep = false) => {
    step.current ||= isStep;
    setDraft(next);
  }, []);
  return { draft, dirty, change };
}

/** What an address says is being built; nothing where it says nothing that can be read. */
export function readDraft(text: string): Draft | null {
  if (!text) return null;
  try {
    const { question, chart } = JSON.parse(text) as Draft;
    const built =
      typeof question?.object === "string" &&
      [question.rows, question.columns, question.measures].every(Array.isArray);
    return built ? { question, chart: chart ?? {} } : null;
  } catch {
    return null;
  }
}
