import type { ReactNode } from "react";
import type { Submission } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { ColorTag } from "~/ui/ColorTag";
import { intakeWords } from "./messages";
import "./submission.css";

const COLORS: Record<Submission["state"], string> = {
  new: "blue",
  created: "green",
  enriched: "cyan",
  failed: "red",
  spam: "gray",
  ignored: "gray",
};

/** What somebody sent, as it came, and what became of it. */
export function SubmissionCard({ submission, children }: { submission: Submission; children?: ReactNode }) {
  const say = useSay(intakeWords);
  const troubles = new Map(submission.errors.map(error => [error.key, error.message]));
  return (
    <article className="submission">
      <header>
        <strong>{submission.sourceName}</strong>
        <span className="quiet">{wallTime(submission.receivedAt)}</span>
        <ColorTag color={COLORS[submission.state]}>{say(submission.state)}</ColorTag>
        {submission.state === "ignored" && (
          <span className="quiet">{submission.errors.map(error => error.message).join("；")}</span>
        )}
        {children}
      </header>
      <dl>
        {submission.answers.map(answer => (
          <div key={answer.key}>
            <dt>{answer.label}</dt>
            <dd>
              {answer.value || <span className="empty-value">–</span>}
              {troubles.has(answer.key) && (
                <span className="form-row-error" role="alert">
                  {" "}
                  {troubles.get(answer.key)}
                </span>
              )}
            </dd>
          </div>
        ))}
        {Object.entries(submission.parameters).map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
        {submission.page && (
          <div>
            <dt>{say("page")}</dt>
            <dd>{submission.page}</dd>
          </div>
        )}
        {submission.referrer && (
          <div>
            <dt>{say("referrer")}</dt>
            <dd>{submission.referrer}</dd>
          </div>
        )}
      </dl>
      {submission.errors
        .filter(() => submission.state !== "ignored")
        .filter(error => !submission.answers.some(answer => answer.key === error.key))
        .map(error => (
          <p key={error.key} className="form-row-error" role="alert">
            {error.key && `${error.key}：`}
            {error.message}
          </p>
        ))}
    </article>
  );
}
