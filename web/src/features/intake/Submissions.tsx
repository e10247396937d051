import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Input, Segmented, Skeleton } from "antd";
import { useId, useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { IntakeSource, Submission } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { intakeWords } from "~/kernel/intake/messages";
import { SubmissionCard } from "~/kernel/intake/SubmissionCard";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { sourcesKey } from "./intake";
import { MailText } from "./MailText";
import { pageWords } from "./messages";

const STATES = ["created", "enriched", "failed", "spam", "ignored"] as const;

interface Answer {
  items: Submission[];
  next: number | null;
}

/** What came through one source, newest first; what could not be taken is corrected here. */
export function Submissions({ source }: { source: IntakeSource }) {
  const say = useSay(pageWords);
  const sayState = useSay(intakeWords);
  const queries = useQueryClient();
  const { act, busy } = useAct();
  const [state, setState] = useState("");
  const [reading, setReading] = useState<number | null>(null);
  const [mending, setMending] = useState<Submission | null>(null);
  const pages = useInfiniteQuery({
    queryKey: [...sourcesKey, source.id, "submissions", state],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams({
        ...(state ? { state } : {}),
        ...(pageParam ? { before: String(pageParam) } : {}),
      });
      return api.get<Answer>(`/intake/sources/${source.id}/submissions?${asked}`, signal);
    },
    initialPageParam: null as number | null,
    getNextPageParam: page => page.next,
  });
  const items = pages.data?.pages.flatMap(page => page.items) ?? [];

  async function take(submission: Submission, answers?: Record<string, string>) {
    await api.post(`/intake/submissions/${submission.id}/take`, answers ? { answers } : {}, {
      said: say("taken"),
    });
    await queries.invalidateQueries({ queryKey: sourcesKey });
  }

  async function ignore(submission: Submission) {
    await api.post(`/intake/submissions/${submission.id}/ignore`, {}, { said: say("ignored") });
    await queries.invalidateQueries({ queryKey: sourcesKey });
  }

  return (
    <div className="submissions">
      <Segmented
        aria-label={say("state")}
        value={state}
        options={[
          { value: "", label: say("all") },
          ...STATES.map(value => ({
            value: value as string,
            label: `${sayState(value)} ${source.counts[value] ?? 0}`,
          })),
        ]}
        onChange={setState}
      />
      {pages.isPending && <Skeleton active />}
      {pages.data && items.length === 0 && <EmptyState title={say("noneCame")} />}
      {items.map(submission => (
        <SubmissionCard key={submission.id} submission={submission}>
          {submission.record !== null && (
            <Link href={addressOf.record(source.object, submission.record)}>{sayState("open")}</Link>
          )}
          {(submission.state === "failed" || submission.state === "new") && (
            <>
              <Button size="small" onClick={() => setMending(submission)}>
                {say("mend")}
              </Button>
              <Button size="small" loading={busy} onClick={() => void act(() => take(submission))}>
                {say("again")}
              </Button>
            </>
          )}
          {submission.state === "failed" && (
            <Button size="small" loading={busy} onClick={() => void act(() => ignore(submission))}>
              {say("ignore")}
            </Button>
          )}
          {source.kind === "mail" && (
            <Button size="small" onClick={() => setReading(submission.id)}>
              {say("original")}
            </Button>
          )}
          {(submission.state === "spam" || submission.state === "ignored") && (
            <Button size="small" loading={busy} onClick={() => void act(() => take(submission))}>
              {say("takeIn")}
            </Button>
          )}
        </SubmissionCard>
      ))}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say("more")}
        </Button>
      )}
      {reading !== null && <MailText submission={reading} onClose={() => setReading(null)} />}
      {mending && (
        <Mend
          submission={mending}
          onSave={answers => take(mending, answers)}
          onClose={() => setMending(null)}
        />
      )}
    </div>
  );
}

interface MendProps {
  submission: Submission;
  onSave: (answers: Record<string, string>) => Promise<void>;
  onClose: () => void;
}

/** The answers as they should have been; what came first stays kept. */
function Mend({ submission, onSave, onClose }: MendProps) {
  const say = useSay(pageWords);
  const id = useId();
  const [answers, setAnswers] = useState(() =>
    Object.fromEntries(submission.answers.map(answer => [answer.key, answer.value])),
  );
  const troubles = Object.fromEntries(submission.errors.map(error => [error.key, error.message]));
  return (
    <FormDialog
      title={say("mend")}
      okText={say("again")}
      ready
      onSave={() => onSave(answers)}
      onClose={onClose}
    >
      {() =>
        submission.answers.map(answer => (
          <FormRow
            key={answer.key}
            id={`${id}-${answer.key}`}
            label={answer.label}
            error={troubles[answer.key]}
          >
            <Input
              id={`${id}-${answer.key}`}
              value={answers[answer.key] ?? ""}
              onChange={event => setAnswers({ ...answers, [answer.key]: event.target.value })}
            />
          </FormRow>
        ))
      }
    </FormDialog>
  );
}
