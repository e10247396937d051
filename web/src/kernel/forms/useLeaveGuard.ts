import { useBlocker } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback } from "react";
import { useSay } from "~/kernel/i18n/language";
import { formWords } from "./messages";

/**
 * Asks before unsaved changes are lost: by closing, by going elsewhere, by closing the tab. Returns the question.
 * Going where `keeps` says so loses nothing.
 */
export function useLeaveGuard(dirty: boolean, keeps?: (path: string) => boolean): () => Promise<boolean> {
  const say = useSay(formWords);
  const { modal } = App.useApp();

  const mayLeave = useCallback(async () => {
    if (!dirty) return true;
    return new Promise<boolean>(resolve => {
      modal.confirm({
        title: say("leaveTitle"),
        content: say("leaveText"),
        okText: say("discard"),
        okButtonProps: { danger: true },
        cancelText: say("stay"),
        focusable: { autoFocusButton: "cancel" },
        onOk: () => resolve(true),
        onCancel: () => resolve(false),
      });
    });
  }, [dirty, modal, say]);

  useBlocker({
    shouldBlockFn: async ({ next }) => !keeps?.(next.pathname) && !(await mayLeave()),
    enableBeforeUnload: dirty,
    disabled: !dirty,
  });

  return mayLeave;
}
