import { CheckOutlined } from "@ant-design/icons";
import { useSay } from "~/kernel/i18n/language";
import { importWords } from "./messages";

const STEPS = ["file", "match", "check", "import"] as const;
export type Step = (typeof STEPS)[number];

const wordOf = {
  file: "stepFile",
  match: "stepMatch",
  check: "stepCheck",
  import: "stepImport",
} as const;

/** Where one is on the way from a file to records. */
export function Steps({ current, finished }: { current: Step; finished?: boolean }) {
  const say = useSay(importWords);
  const position = STEPS.indexOf(current);
  return (
    <ol className="import-steps" aria-label={say("steps")}>
      {STEPS.map((step, index) => {
        const done = index < position || (finished && index === position);
        return (
          <li
            key={step}
            className={done ? "is-done" : undefined}
            aria-current={index === position ? "step" : undefined}
          >
            <span className="import-step-mark" aria-hidden="true">
              {done ? <CheckOutlined /> : index + 1}
            </span>
            {say(wordOf[step])}
          </li>
        );
      })}
    </ol>
  );
}
