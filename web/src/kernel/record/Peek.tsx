import { useEffect, useRef } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { composing, typing } from "~/ui/useShortcut";
import { recordWords } from "./messages";
import { RecordView } from "./RecordView";
import { neighbours, useTrail } from "./trail";
import { useSteps } from "./useSteps";

interface Props {
  object: BusinessObject;
  id: number;
  onGo: (id: number) => void;
  onClose: () => void;
}

/** A record beside the list it was opened from. */
export function Peek({ object, id, onGo, onClose }: Props) {
  const say = useSay(recordWords);
  const trail = useTrail(object.name);
  const { before, after } = neighbours(trail, id);
  useSteps(before, after, onGo);

  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const dialogOpen = document.querySelector(".ant-modal-wrap:not([style*='none']), .ant-drawer-open");
      if (event.key === "Escape" && !composing(event) && !typing(event.target) && !dialogOpen)
        close.current();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);

  return (
    <aside className="peek" aria-label={say("panelOf", { name: object.label })}>
      <RecordView
        key={id}
        object={object}
        id={id}
        place="panel"
        onGo={onGo}
        onGone={onClose}
        onClose={onClose}
      />
    </aside>
  );
}
