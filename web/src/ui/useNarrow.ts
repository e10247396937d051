import { useSyncExternalStore } from "react";

const phone = "(max-width: 767px)";

/** Whether the page has the width of a phone. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    tell => {
      const media = window.matchMedia(phone);
      media.addEventListener("change", tell);
      return () => media.removeEventListener("change", tell);
    },
    () => window.matchMedia(phone).matches,
  );
}
