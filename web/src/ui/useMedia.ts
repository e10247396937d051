import { useCallback, useSyncExternalStore } from "react";

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      tell => {
        const media = window.matchMedia(query);
        media.addEventListener("change", tell);
        return () => media.removeEventListener("change", tell);
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  );
}
