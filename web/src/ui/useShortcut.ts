import { useEffect, useRef } from "react";

/** Whether the key belongs to an input method that is still composing a word. */
export function composing(event: { isComposing: boolean; keyCode?: number }): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether the key would land in something that takes text. */
export function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** `mod+k` is Ctrl or ⌘ with K and works everywhere; a bare key such as `/` works only outside inputs. */
export function useShortcut(keys: string[], act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  const wanted = keys.join(" ");
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (composing(event) || event.altKey) return;
      const mod = event.ctrlKey || event.metaKey;
      const pressed = (mod ? "mod+" : "") + event.key.toLowerCase();
      if (!wanted.split(" ").includes(pressed) || (!mod && typing(event.target))) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [wanted]);
}
