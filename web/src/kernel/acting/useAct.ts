import { App } from "antd";
import { useCallback, useRef, useState } from "react";
import { Problem, Unreachable } from "~/kernel/api/problem";
import { useSay } from "~/kernel/i18n/language";
import { actingWords } from "./messages";

/** What a refusal says to the user; faults of our own say no more than that. */
export function useRefusalText(): (cause: unknown) => string {
  const say = useSay(actingWords);
  return useCallback(
    cause =>
      cause instanceof Problem ? cause.message : say(cause instanceof Unreachable ? "unreachable" : "failed"),
    [say],
  );
}

/**
 * Does one thing at a time at the user's wish and tells when it is refused.
 * Answers whether it went well, so that a dialog knows when to close.
 */
export function useAct(): { busy: boolean; act: (deed: () => Promise<unknown>) => Promise<boolean> } {
  const { message } = App.useApp();
  const textOf = useRefusalText();
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const act = useCallback(
    async (deed: () => Promise<unknown>) => {
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(true);
      try {
        await deed();
        return true;
      } catch (cause) {
        message.error(textOf(cause));
        return false;
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
    [message, textOf],
  );
  return { busy, act };
}
