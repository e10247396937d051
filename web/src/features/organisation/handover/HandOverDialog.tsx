import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Operation, User } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { refreshOrganisation } from "../organisation";
import { handOverWords } from "./messages";
import { PlanForm } from "./PlanForm";
import { type Held, isWhole, NOTHING, planBody, type Share } from "./plan";
import "./hand-over.css";

/** Gives what somebody has and is to those who come after: planned, looked at, then done as one operation. */
export function HandOverDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const say = useSay(handOverWords);
  const sayCommon = useSay(common);
  const textOf = useRefusalText();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const path = `/users/${user.id}/handover`;
  const held = useQuery({
    queryKey: ["users", user.id, "handover"],
    queryFn: ({ signal }) => api.get<Held>(path, signal),
    gcTime: 0,
  });
  const [plan, setPlan] = useState(NOTHING);
  const [shares, setShares] = useState<Share[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = problem instanceof Problem ? problem.byField() : {};

  async function attempt(deed: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await deed();
    } catch (cause) {
      setShares(null);
      setProblem(cause);
    } finally {
      setBusy(false);
    }
  }

  const look = () =>
    attempt(async () => {
      const preview = await api.post<{ items: Share[] }>(`${path}/preview`, planBody(plan), { said: null });
      setShares(preview.items);
    });

  const run = () =>
    attempt(async () => {
      const { operations } = await api.post<{ operations: Operation[] }>(path, planBody(plan), {
        said: null,
      });
      const [operation] = operations;
      if (operation?.status === "running") message.info(say("running"));
      else message.success(say("done", { count: operation?.changed ?? 0 }));
      await Promise.all([refreshRecords(queries), refreshOrganisation(queries)]);
      onClose();
    });

  const nothing =
    held.data &&
    held.data.objects.length +
      held.data.reports.length +
      held.data.heads.length +
      held.data.approvals +
      held.data.automations ===
      0;

  return (
    <Modal
      open
      width={860}
      title={say("title", { name: user.name })}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        shares ? (
          <Button key="back" onClick={() => setShares(null)}>
            {say("back")}
          </Button>
        ) : (
          <Button key="cancel" onClick={onClose}>
            {sayCommon("cancel")}
          </Button>
        ),
        <Button
          key="next"
          type="primary"
          danger={shares !== null && plan.disable}
          loading={busy}
          disabled={!isWhole(plan)}
          onClick={shares ? run : look}
        >
          {say(shares ? "run" : "preview")}
        </Button>,
      ]}
    >
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={Object.values(errors)[0] ?? textOf(problem)}
          style={{ marginBlockEnd: 12 }}
        />
      )}
      {held.isPending && <Skeleton active />}
      {nothing && <EmptyState title={say("nothing", { name: user.name })} />}
      {held.data && !nothing && (
        <div hidden={shares !== null}>
          <p className="quiet">{say("text")}</p>
          <PlanForm user={user} held={held.data} plan={plan} errors={errors} onChange={setPlan} />
        </div>
      )}
      {shares && (
        <>
          <p className="quiet">{say(shares.length > 0 ? "previewText" : "previewNone")}</p>
          <DataTable
            label={say("preview")}
            rows={shares}
            rowKey={share => `${share.object} ${share.to.id}`}
            columns={[
              { key: "object", title: say("object"), lead: true, cell: share => share.label },
              { key: "to", title: say("receiver"), cell: share => share.to.label },
              { key: "count", title: say("count"), numeric: true, cell: share => share.records },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
