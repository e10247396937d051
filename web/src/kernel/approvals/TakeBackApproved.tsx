import { Modal } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { Refused } from "~/kernel/editing/Refused";
import { useSay } from "~/kernel/i18n/language";
import { useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { NOTHING_SAID, Saying, saidOf } from "./Saying";

interface Props {
  approval: Approval;
  /** An administrator does it; whoever asked asks for it. */
  what: "revoke" | "wantBack";
  onClose: () => void;
}

/** What was approved is taken back, and why. */
export default function TakeBackApproved({ approval, what, onClose }: Props) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const [said, setSaid] = useState(NOTHING_SAID);
  const [refusal, setRefusal] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);

  async function go() {
    setBusy(true);
    setRefusal(null);
    try {
      const act = what === "revoke" ? "revoke" : "want-back";
      await api.post(`/approvals/${approval.id}/${act}`, saidOf(said), { said: say("done") });
      await refresh();
      onClose();
    } catch (cause) {
      setRefusal(cause);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={say(what)}
      okText={say(what)}
      okButtonProps={{ danger: what === "revoke", disabled: said.comment.trim() === "", loading: busy }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className="approval-take-back">
        <p>{say(what === "revoke" ? "revokeText" : "wantBackText")}</p>
        <Refused refusal={refusal} />
        <Saying label={say("why")} said={said} onChange={setSaid} />
      </div>
    </Modal>
  );
}
