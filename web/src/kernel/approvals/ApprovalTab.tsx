import { Button, Skeleton } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { ApprovalsOfRecord, BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { ApprovalView } from "./ApprovalView";
import { useApprovalsOf, useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { type Named, NamePeople, namesOf } from "./NamePeople";
import { NOTHING_SAID, Saying, saidOf } from "./Saying";
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
  const [said, setSaid] = useState(NOTHING_SAID);
  const [named, setNamed] = useState<Named>({});
  const missing = of.choices.some(choice => (named[choice.node] ?? []).length === 0);

  async function submit() {
    const body = { object: object.name, record: record.id, ...saidOf(said), chosen: namesOf(named) };
    if (await act(() => api.post("/approvals", body, { said: say("submitted") }))) await refresh();
  }

  return (
    <section className="approval approval-submit">
      <header>
        <h3>{say("needs", { name: of.template ?? "" })}</h3>
        <p className="quiet">{say("neededText")}</p>
      </header>
      <NamePeople choices={of.choices} named={named} onName={setNamed} />
      <Way steps={of.path} />
      {of.maySubmit ? (
        <>
          <Saying label={say("note")} said={said} onChange={setSaid} />
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
