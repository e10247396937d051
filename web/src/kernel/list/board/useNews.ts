import { useCallback, useEffect, useRef } from "react";
import { useStream } from "~/kernel/stream/stream";
import { useRefreshWithRecords } from "../rows/useRows";

/** The stream gathers news for half a second; by then it has told of one's own change, or it does not tell. */
const TOLD_BY_THEN = 1500;
/** Several changes told one after the other are read once. */
const GATHERED = 150;

/**
 * Refreshes a board once for each change, whoever made it: of a move of one's own the stream tells as of anybody's.
 *
 * @returns what to call after a move; at once where the card may stand elsewhere than it was moved to
 */
export function useNews(object: string, readAt: number, refresh: () => void): (atOnce: boolean) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const toldAt = useRef(0);
  const latest = useRef(refresh);
  latest.current = refresh;
  useEffect(() => () => clearTimeout(timer.current), []);

  const after = useCallback((wait: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), wait);
  }, []);
  useStream("records", event => {
    if (event.object !== object) return;
    toldAt.current = Date.now();
    after(GATHERED);
  });
  useRefreshWithRecords(object, readAt, toldAt, latest.current);
  return useCallback((atOnce: boolean) => after(atOnce ? 0 : TOLD_BY_THEN), [after]);
}
