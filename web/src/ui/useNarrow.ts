import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 640px)");

/** Whether the screen is as narrow as a phone, where lists become cards. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    tell => {
      narrow.addEventListener("change", tell);
      return () => narrow.removeEventListener("change", tell);
    },
    () => narrow.matches,
  );
}
