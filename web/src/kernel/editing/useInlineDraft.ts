import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from "react";
import type { Field } from "~/kernel/api/contract";

/** Where the focus goes after an inline edit was left; "left" when it is elsewhere already. */
export type Then = "stay" | "next" | "back" | "down" | "left";

const PICKED = new Set<Field["kind"]>([
  "choice",
  "treeChoice",
  "user",
  "department",
  "reference",
  "boolean",
  "date",
]);
const CHOSEN_FROM_A_MENU = new Set<Field["kind"]>([
  ...PICKED,
  "tags",
  "multiChoice",
  "multiReference",
  "region",
]);

/** A value that is picked is complete at once. */
export function isPicked(field: Field): boolean {
  return PICKED.has(field.kind);
}

/** Enter ends a value that is typed; in a menu it chooses. */
function isTyped(field: Field): boolean {
  return !CHOSEN_FROM_A_MENU.has(field.kind);
}

/** Milliseconds until a calendar has said what it understood. */
const SETTLING = 60;

interface InlineDraft {
  draft: unknown;
  change: (value: unknown) => void;
  /** For the element around the input. */
  box: RefObject<HTMLDivElement | null>;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Escape is heard on its way down: an open menu would keep it for itself. */
  onKeyDownCapture: (event: KeyboardEvent) => void;
  onBlur: (event: FocusEvent) => void;
}

/** The rules of editing in place: Enter and leaving save, Tab saves and goes on, Escape leaves it as it was. */
export function useInlineDraft(
  field: Field,
  start: unknown,
  onCommit: (value: unknown, then: Then) => void,
  onCancel: () => void,
): InlineDraft {
  const [draft, setDraft] = useState<unknown>(start ?? null);
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(draft);
  const left = useRef(false);

  function leave(then: Then) {
    if (left.current) return;
    left.current = true;
    onCommit(latest.current, then);
  }

  // Inputs that clean or parse what was typed do so when they lose the focus; the draft is read after that.
  function settleAndLeave(then: Then) {
    (document.activeElement as HTMLElement | null)?.blur();
    setTimeout(() => leave(then), SETTLING);
  }

  return {
    draft,
    box,
    change: value => {
      latest.current = value;
      setDraft(value);
      if (isPicked(field)) leave("stay");
    },
    onKeyDownCapture: event => {
      if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      left.current = true;
      onCancel();
    },
    onKeyDown: event => {
      event.stopPropagation();
      if (event.nativeEvent.isComposing) return;
      if (event.key === "Tab") {
        event.preventDefault();
        settleAndLeave(event.shiftKey ? "back" : "next");
      } else if (event.key === "Enter" && isTyped(field)) {
        event.preventDefault();
        settleAndLeave("down");
      }
    },
    onBlur: event => {
      if (box.current?.contains(event.relatedTarget)) return;
      setTimeout(() => {
        if (!holdsFocus(box.current)) leave("left");
      }, 120);
    },
  };
}

/** Menus and calendars of an input open at the end of the document, not inside it. */
function holdsFocus(box: HTMLElement | null): boolean {
  const focused = document.activeElement;
  const outside =
    ".ant-select-dropdown, .ant-picker-dropdown, .ant-cascader-dropdown, .ant-drawer, .ant-modal";
  return Boolean(box?.contains(focused) || focused?.closest(outside));
}
