import { DownloadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Modal, Progress } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { download } from "~/kernel/api/download";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { groupDigits } from "~/kernel/text/decimals";
import { cancelExport, pathOfFile, useExport } from "./exports";
import { exportWords } from "./messages";

/** How far one's export is, and its file. */
export function ExportProgress({ id, onClose }: { id: number; onClose: () => void }) {
  const say = useSay(exportWords);
  const queries = useQueryClient();
  const { busy, act } = useAct();
  const { data: job } = useExport(id);
  const status = job?.status ?? "running";
  const { done, total } = job?.progress ?? { done: 0, total: 0 };
  const share = total > 0 ? Math.min(99, Math.floor((done / total) * 100)) : 0;
  return (
    <Modal
      open
      title={job?.label ?? say("running")}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <>
          {status === "running" && (
            <Button loading={busy} onClick={() => act(() => cancelExport(queries, id))}>
              {say("cancel")}
            </Button>
          )}
          {job?.file?.available ? (
            <Button
              type="primary"
              icon={<DownloadOutlined aria-hidden />}
              loading={busy}
              onClick={() => act(() => download(pathOfFile(job), job.file?.name ?? "export"))}
            >
              {say("download")}
            </Button>
          ) : (
            <Button onClick={onClose}>{say("close")}</Button>
          )}
        </>
      }
    >
      <div className="export-progress" aria-live="polite">
        <Progress
          percent={status === "done" ? 100 : share}
          status={status === "failed" ? "exception" : status === "running" ? "active" : undefined}
          aria-label={say("running")}
        />
        {status === "running" ? (
          <>
            <p className="number">
              {say("progress", { done: groupDigits(String(done)), total: groupDigits(String(total)) })}
            </p>
            <p className="quiet">{say("started")}</p>
          </>
        ) : (
          <p className="number">
            {say(status)}
            {job?.file && ` · ${say("rows", { count: groupDigits(String(job.rows)) })} · ${job.file.name}`}
          </p>
        )}
        {job?.message && <Alert type="error" showIcon title={job.message} />}
        <Link href={addressOf.exports}>{say("all")}</Link>
      </div>
    </Modal>
  );
}
