import { CopyText } from "~/kernel/acting/CopyText";
import type { IntakeSource } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Panel } from "~/ui/Page";
import { pageWords } from "./messages";

/** Where a form stands, how it gets into another site, or where another program sends to. */
export function Publish({ source }: { source: IntakeSource }) {
  const say = useSay(pageWords);
  if (source.kind === "hook") {
    const example = JSON.stringify(
      Object.fromEntries(source.design.questions.slice(0, 3).map(question => [question.key, "…"])),
    );
    return (
      <Panel title={say("hookAddress")}>
        <p className="quiet">{say("hookText")}</p>
        <CopyText text={source.address} label={say("copy")} />
        <pre className="intake-example">{`curl -X POST '${source.address}' \\\n  -H 'Content-Type: application/json' \\\n  -d '${example}'`}</pre>
      </Panel>
    );
  }
  const origin = new URL(source.address).origin;
  return (
    <>
      <Panel title={say("page")}>
        <p>
          <a href={source.address} target="_blank" rel="noreferrer">
            {source.address}
          </a>
        </p>
        <CopyText text={source.address} label={say("copy")} />
      </Panel>
      <Panel title={say("embed")}>
        <p className="quiet">{say("embedText")}</p>
        <CopyText
          text={`<script src="${origin}/embed.js" data-form="${source.key}" async></script>`}
          label={say("copy")}
        />
      </Panel>
    </>
  );
}
