import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf } from "~/kernel/navigation/navigation";
import { operationWords } from "./messages";

/** What an undo left as it is. Plain anchors: it also stands in dialogs outside the router. */
export function Conflicts({ conflicts }: { conflicts: Operation["conflicts"] }) {
  const say = useSay(operationWords);
  return (
    <>
      <p className="quiet">{say("conflictsText")}</p>
      <ul style={{ marginBlockStart: 8, maxHeight: 240, overflow: "auto" }}>
        {conflicts.map(({ object, id, label, field, message }) => (
          <li key={`${object}/${id}/${field}`} style={{ paddingBlock: 4 }}>
            <a href={addressOf.record(object, id)}>{label ?? id}</a> {message}
          </li>
        ))}
      </ul>
    </>
  );
}
