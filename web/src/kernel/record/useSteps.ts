import { useEffect, useRef } from "react";
import { composing } from "~/ui/useShortcut";

/** Alt+↑ and Alt+↓ lead to the previous and the next record. */
export function useSteps(before: number | null, after: number | null, onGo: (id: number) => void): void {
  const latest = useRef({ before, after, onGo });
  latest.current = { before, after, onGo };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.altKey || composing(event)) return;
      const { before, after, onGo } = latest.current;
      const to = event.key === "ArrowUp" ? before : event.key === "ArrowDown" ? after : null;
      if (to === null) return;
      event.preventDefault();
      onGo(to);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
