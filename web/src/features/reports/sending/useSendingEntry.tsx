import { type ReactNode, useState } from "react";
import { useSay } from "~/kernel/i18n/language";
import type { Kept, KeptKind } from "../kept";
import { sendingWords } from "./messages";
import { SendingDialog } from "./SendingDialog";
import { sendableKind } from "./subscriptions";

/** The entry of a menu by which something that is kept is sent, and the dialog it opens. */
export function useSendingEntry(
  kind: KeptKind,
  kept: Kept | null,
): { entries: { key: string; label: string; onClick: () => void }[]; dialog: ReactNode } {
  const say = useSay(sendingWords);
  const [open, setOpen] = useState(false);
  if (!kept) return { entries: [], dialog: null };
  return {
    entries: [{ key: "send", label: say("send"), onClick: () => setOpen(true) }],
    dialog: open && (
      <SendingDialog of={{ ...kept, kind: sendableKind(kind) }} onClose={() => setOpen(false)} />
    ),
  };
}
