import type { SharingRule } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { groupDigits } from "~/kernel/text/decimals";
import { sharingWords } from "./messages";
import { type RuleDraft, useSharingPreview } from "./sharing";

/** How many records the rule shares, with how many people, and what some of them gain. */
export function SharingOpens({ draft, rule }: { draft: RuleDraft; rule: SharingRule | null }) {
  const say = useSay(sharingWords);
  const preview = useSharingPreview(draft, rule);
  const amount = (count: { value: number; exact: boolean }) =>
    groupDigits(String(count.value)) + (count.exact ? "" : "+");
  return (
    <section className="sharing-opens" aria-label={say("preview")} aria-live="polite">
      <h3>{say("preview")}</h3>
      {!preview.data ? (
        <p className="quiet">{preview.error?.message ?? say("previewLater")}</p>
      ) : (
        <>
          <p>{say("matching", { count: amount(preview.data.matching), people: preview.data.people })}</p>
          {preview.data.withoutRight > 0 && (
            <p>{say("withoutRight", { count: preview.data.withoutRight })}</p>
          )}
          <ul>
            {preview.data.examples.map(({ person, records }) => (
              <li key={person.id} className="quiet">
                {records
                  ? say("opened", { name: person.label ?? "", count: amount(records) })
                  : say("uncounted", { name: person.label ?? "" })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
