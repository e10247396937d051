import type { Scope } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { organisationWords } from "../messages";
import { SCOPE_WORDS } from "./scopeWords";

interface Props {
  label: string;
  scope: Scope | null;
  choices: Scope[];
  /** What the row of every object gives already. */
  inherited?: Scope | null;
  /** The cells that this one sets differ. */
  mixed?: boolean;
  onChange: (scope: Scope | null) => void;
}

/** A native select: a matrix has many of them, and a phone shows its own wheel. */
export function ScopeSelect({ label, scope, choices, inherited, mixed, onChange }: Props) {
  const say = useSay(organisationWords);
  const offered = scope && !choices.includes(scope) ? [...choices, scope] : choices;
  return (
    <select
      className={scope ? "rights-select is-set" : "rights-select"}
      aria-label={label}
      value={mixed ? "mixed" : (scope ?? "")}
      onChange={event => onChange((event.target.value || null) as Scope | null)}
    >
      {mixed && (
        <option value="mixed" disabled>
          …
        </option>
      )}
      <option value="">
        {inherited ? say("inherited", { scope: say(SCOPE_WORDS[inherited]) }) : say("notGranted")}
      </option>
      {offered.map(each => (
        <option key={each} value={each}>
          {say(SCOPE_WORDS[each])}
        </option>
      ))}
    </select>
  );
}
