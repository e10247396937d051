import { useSay } from "~/kernel/i18n/language";
import { kindName } from "./FieldsTable";
import { designWords, kindWords } from "./messages";

/** The kinds of field that can be added. */
export function KindPicker({ kinds, onChoose }: { kinds: string[]; onChoose: (kind: string) => void }) {
  const say = useSay(designWords);
  const sayKind = useSay(kindWords);
  return (
    <>
      <h3>{say("chooseKind")}</h3>
      <ul className="kind-list">
        {kinds.map(kind => (
          <li key={kind}>
            <button type="button" onClick={() => onChoose(kind)}>
              {kindName(kind, sayKind)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
