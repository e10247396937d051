import { useSay } from "~/kernel/i18n/language";
import { differenceWords } from "./messages";
import type { Difference } from "./versions";

type Shown = Difference & { notes?: string[] };

/** What was changed, a line each, with what it means. */
export function Differences({ differences }: { differences: Shown[] }) {
  const say = useSay(differenceWords);
  return (
    <ul className="differences">
      {differences.map(({ what, object, field, objectLabel, fieldLabel, notes }) => (
        <li key={`${what} ${object} ${field}`}>
          <span>{say(what)}</span>{" "}
          <strong>{fieldLabel ? `${objectLabel} · ${fieldLabel}` : objectLabel}</strong>
          {notes && notes.length > 0 && (
            <ul className="quiet">
              {notes.map(note => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
