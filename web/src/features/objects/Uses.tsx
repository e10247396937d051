import type { components } from "~/kernel/api/wire";
import { useSay } from "~/kernel/i18n/language";
import { addressOf } from "~/kernel/navigation/navigation";
import { inDraft } from "./design";
import { designWords, useWords } from "./messages";

export type FieldUse = components["schemas"]["FieldUse"];

/** Who uses a field that is to be deleted: each named, and led to where it can be changed. */
export function Uses({ uses, draft }: { uses: FieldUse[]; draft: string | null }) {
  const say = useSay(designWords);
  const sayUse = useSay(useWords);
  const held = uses.some(use => use.holding);
  return (
    <>
      <p>{say(held ? "deleteFieldHeld" : "deleteFieldText")}</p>
      {uses.length > 0 && (
        <ul className="differences">
          {uses.map(use => (
            <li key={`${use.kind} ${use.area ?? ""} ${use.label}`}>
              {kindOf(use, sayUse)} <a href={whereTo(use, draft)}>{use.label}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What is set up with the field is called as its page is. */
function kindOf({ kind, area }: FieldUse, sayUse: (word: keyof typeof useWords) => string): string {
  if (kind !== "setup") {
    return sayUse(kind);
  }
  return area !== null && Object.hasOwn(useWords, area) ? sayUse(area as keyof typeof useWords) : "";
}

function whereTo({ kind, object, field, area }: FieldUse, draft: string | null): string {
  switch (kind) {
    case "formula":
    case "rollup":
      return inDraft(addressOf.settings(`objects/${object}?field=${field}`), draft);
    case "moves":
      return addressOf.settings(`objects/${object}?moves=${field}`);
    case "view":
      return addressOf.list(object);
    case "role":
      return addressOf.settings("roles");
    case "sharing":
      return addressOf.settings("sharing");
    case "setup":
      return addressOf.settings(area ?? "");
  }
}
