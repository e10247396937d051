import { Button } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useRefreshApprovals } from "./approvals";
import { approvalWords } from "./messages";
import { NOTHING_SAID, Saying, saidOf } from "./Saying";

/** Something to be said about an approval that decides nothing. */
export function Remark({ approval }: { approval: Approval }) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const { busy, act } = useAct();
  const [said, setSaid] = useState(NOTHING_SAID);
  const something = said.comment.trim() !== "" || said.files.length > 0;

  async function send() {
    if (await act(() => api.post(`/approvals/${approval.id}/comment`, saidOf(said), { said: null }))) {
      setSaid(NOTHING_SAID);
      await refresh();
    }
  }

  return (
    <div className="approval-remark">
      <Saying label={say("remark")} said={said} onChange={setSaid} />
      {something && (
        <div className="approval-buttons">
          <Button loading={busy} onClick={() => void send()}>
            {say("remark")}
          </Button>
        </div>
      )}
    </div>
  );
}
