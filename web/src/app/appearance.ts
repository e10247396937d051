import { useEffect, useSyncExternalStore } from "react";
import type { Theme } from "~/kernel/api/contract";

const darkScheme = window.matchMedia("(prefers-color-scheme: dark)");

/** The theme that this browser showed last, until the session says more. */
export function browserTheme(): Theme {
  const chosen = localStorage.getItem("hengke.theme");
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

/** Whether the chosen theme is dark now; remembered so that the next start does not flash. */
export function useDark(chosen: Theme): boolean {
  const systemDark = useSyncExternalStore(
    tell => {
      darkScheme.addEventListener("change", tell);
      return () => darkScheme.removeEventListener("change", tell);
    },
    () => darkScheme.matches,
  );
  const dark = chosen === "dark" || (chosen === "system" && systemDark);
  useEffect(() => {
    localStorage.setItem("hengke.theme", chosen);
    document.documentElement.dataset.theme = dark ? "dark" : "light";
  }, [chosen, dark]);
  return dark;
}
