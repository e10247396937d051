import { useBlocker } from "@tanstack/react-router";
import { App } from "antd";
import { useCallback } from "react";
import { useSay } from "~/kernel/i18n/language";
import { formWords } from "./messages";

interface Place {
  pathname: string;
  search: object;
}

type Keeps = (next: Place, current: Place) => boolean;

/**
 * Asks before unsaved changes are lost: by closing, by going elsewhere, by closing the tab. Returns the question.
 * Going where `keeps` says so loses nothing: at least to where one is.
 */
export function useLeaveGuard(dirty: boolean, keeps: Keeps = samePlace()): () => Promise<boolean> {
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
    shouldBlockFn: async ({ current, next }) => !keeps(next, current) && !(await mayLeave()),
    enableBeforeUnload: dirty,
    disabled: !dirty,
  });

  return mayLeave;
}

/** Only values of the address change that are named here. */
export function samePlace(...within: string[]): Keeps {
  return (next, current) => placeOf(next, within) === placeOf(current, within);
}

function placeOf({ pathname, search }: Place, within: readonly string[]): string {
  return JSON.stringify([pathname, Object.entries(search).filter(([name]) => !within.includes(name))]);
}
