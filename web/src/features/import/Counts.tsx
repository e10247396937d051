import type { ImportJob, ImportVerdict } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { importWords } from "./messages";

/** The verdicts in the order they are shown, with their word and their count. */
export const VERDICTS = [
  { verdict: "create", word: "create", count: "created" },
  { verdict: "update", word: "updated", count: "updated" },
  { verdict: "skip", word: "skipped", count: "skipped" },
  { verdict: "mark", word: "marked", count: "marked" },
  { verdict: "failed", word: "failed", count: "failed" },
] as const satisfies {
  verdict: ImportVerdict;
  word: keyof typeof importWords;
  count: keyof ImportJob["progress"];
}[];

/** How many rows came to which verdict; those without any are left out. */
export function Counts({ progress }: { progress: ImportJob["progress"] }) {
  const say = useSay(importWords);
  const there = VERDICTS.filter(({ count }) => progress[count] > 0);
  if (there.length === 0) return null;
  return (
    <dl className="import-counts">
      {there.map(({ verdict, word, count }) => (
        <div key={verdict} className={verdict === "failed" ? "is-failed" : undefined}>
          <dt>{say(word)}</dt>
          <dd className="number">{progress[count].toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  );
}
