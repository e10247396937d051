import { Button, Input, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { ApprovalsOfRecord, BusinessObject, Labelled, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { PeoplePicker } from "~/kernel/pickers/PeoplePicker";
import { EmptyState } from "~/ui/EmptyState";
import { FormRow } from "~/ui/FormRow";
import { ApprovalView } from "./ApprovalView";
import { useApprovalsOf, useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { Way } from "./Way";

interface Props {
  object: BusinessObject;
  record: RecordData;
}

/** The approvals of a record: what is needed, who would be asked, and what became of those before. */
export default function ApprovalTab({ object, record }: Props) {
  const say = useSay(approvalWords);
  const answer = useApprovalsOf(object.name, record.id, record.version);
  if (answer.isPending) return <Skeleton active />;
  const of = answer.data;
  if (!of) return <EmptyState title={answer.error?.message} />;
  return (
    <div className="approvals">
      {of.template !== null && <Submit of={of} object={object} record={record} />}
      {of.template === null && of.approvals.length === 0 && (
        <EmptyState title={say("none")} text={say("noneText")} />
      )}
      {of.approvals.map(approval => (
        <ApprovalView key={approval.id} approval={approval} place="record" />
      ))}
    </div>
  );
}

/** Who would be asked, before anybody is. */
function Submit({ of, object, record }: Props & { of: ApprovalsOfRecord }) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const [comment, setComment] = useState("");
  const [chosen, setChosen] = useState<Record<string, Labelled[]>>({});
  const missing = of.choices.some(choice => (chosen[choice.node] ?? []).length === 0);

  async function submit() {
    const named = Object.fromEntries(
      Object.entries(chosen).map(([node, people]) => [node, people.map(({ id }) => id)]),
    );
    const body = { object: object.name, record: record.id, comment, chosen: named };
    if (await act(() => api.post("/approvals", body, { said: say("submitted") }))) await refresh();
  }

  return (
    <section className="approval approval-submit">
      <header>
        <h3>{say("needs", { name: of.template ?? "" })}</h3>
        <p className="quiet">{say("neededText")}</p>
      </header>
      {of.choices.map(choice => (
        <FormRow
          key={choice.node}
          id={`choose-${choice.node}`}
          label={say("choose", { name: choice.name || say("approval") })}
          required
        >
          <PeoplePicker
            id={`choose-${choice.node}`}
            value={chosen[choice.node] ?? []}
            onChange={people =>
              setChosen({ ...chosen, [choice.node]: choice.several ? people : people.slice(-1) })
            }
          />
        </FormRow>
      ))}
      <Way steps={of.path} />
      {of.maySubmit ? (
        <>
          <Input.TextArea
            aria-label={say("note")}
            placeholder={say("note")}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={2000}
            value={comment}
            onChange={event => setComment(event.target.value)}
          />
          <div className="approval-buttons">
            <Button type="primary" loading={busy} disabled={missing} onClick={() => void submit()}>
              {say("submit")}
            </Button>
          </div>
        </>
      ) : (
        <p className="quiet">{say("mayNot")}</p>
      )}
    </section>
  );
}
