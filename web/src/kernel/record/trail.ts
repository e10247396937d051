import { useSyncExternalStore } from "react";

/** The records one came along: where next and previous lead, and the way back to the list. */
export interface Trail {
  object: string;
  ids: number[];
  /** How many there are in all, where that is known. */
  total?: number;
  address: string;
}

const KEY = "hengke.trail";
const KEPT = 2000;
let trail: Trail | null = null;
const listeners = new Set<() => void>();

export function leaveTrail(next: Trail): void {
  trail = { ...next, ids: next.ids.slice(0, KEPT) };
  sessionStorage.setItem(KEY, JSON.stringify(trail));
  for (const tell of listeners) tell();
}

export function useTrail(object: string): Trail | null {
  const now = useSyncExternalStore(
    tell => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => (trail ??= remembered()),
  );
  return now?.object === object ? now : null;
}

/** The neighbours of a record on the trail; `null` at its ends, or off the trail. */
export function neighbours(
  trail: Trail | null,
  id: number,
): { place: number; before: number | null; after: number | null } {
  const at = trail?.ids.indexOf(id) ?? -1;
  if (!trail || at < 0) return { place: 0, before: null, after: null };
  return { place: at + 1, before: trail.ids[at - 1] ?? null, after: trail.ids[at + 1] ?? null };
}

function remembered(): Trail | null {
  const text = sessionStorage.getItem(KEY);
  return text ? (JSON.parse(text) as Trail) : null;
}
