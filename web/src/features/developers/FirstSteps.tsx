import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { Panel } from "~/ui/Page";
import { Command } from "./Command";
import { developerWords } from "./messages";

/** From nothing to a first answer in two commands. */
export function FirstSteps() {
  const say = useSay(developerWords);
  const origin = window.location.origin;
  return (
    <Panel title={say("firstSteps")}>
      <ol className="first-steps">
        <li>
          <p>
            {say("stepToken")} <Link href={addressOf.profile}>{say("tokens")}</Link>
          </p>
          <Command text={"export TOKEN=…"} />
        </li>
        <li>
          {say("stepAsk")}
          <Command
            text={`curl '${origin}/api/records/customer/query' \\\n  -H "Authorization: Bearer $TOKEN" \\\n  -H 'Content-Type: application/json' \\\n  -d '{"filter":{"field":"level","op":"eq","value":"A"},"limit":5}'`}
          />
        </li>
        <li>{say("stepWrite")}</li>
      </ol>
    </Panel>
  );
}
