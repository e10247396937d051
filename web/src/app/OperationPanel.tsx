import { CloseOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useState } from "react";
import { api } from "~/kernel/api/api";
import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, usePath } from "~/kernel/navigation/navigation";
import { useOperationName } from "~/kernel/operations/operationName";
import { useSession } from "~/kernel/session/session";
import { useStream } from "~/kernel/stream/stream";
import { shellWords } from "./messages";
import { useUndo } from "./undo";

/** Long work of one's own: how far it is, wherever one goes meanwhile, and how it ended. */
export function OperationPanel() {
  const say = useSay(shellWords);
  const { user } = useSession();
  const path = usePath();
  const [operations, setOperations] = useState<Operation[]>([]);

  useStream("operation", operation => {
    if (operation.by?.id !== user.id) return;
    setOperations(now => {
      const known = now.some(one => one.id === operation.id);
      if (!known && operation.status !== "running") return now;
      return known ? now.map(one => (one.id === operation.id ? operation : one)) : [...now, operation];
    });
  });

  // The import page shows its own progress.
  const shown = operations.filter(one => !(one.kind === "import" && path.startsWith("/import/")));
  if (shown.length === 0) return null;
  return (
    <section className="operations" aria-label={say("running")} aria-live="polite">
      {shown.map(operation => (
        <OperationLine
          key={operation.id}
          operation={operation}
          onClose={() => setOperations(now => now.filter(one => one.id !== operation.id))}
        />
      ))}
    </section>
  );
}

function OperationLine({ operation, onClose }: { operation: Operation; onClose: () => void }) {
  const nameOf = useOperationName();
  const say = useSay(shellWords);
  const undo = useUndo();
  const running = operation.status === "running";
  const share = operation.total > 0 ? Math.floor((operation.done / operation.total) * 100) : 0;
  return (
    <div className="operation">
      <div className="operation-head">
        <strong>{nameOf(operation)}</strong>
        {!running && (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={say("close")}
            onClick={onClose}
          />
        )}
      </div>
      <Progress
        percent={running ? share : 100}
        size="small"
        status={operation.status === "failed" ? "exception" : running ? "active" : "success"}
        showInfo={false}
      />
      <div className="operation-foot number">
        <span>
          {running
            ? say("progress", { done: operation.done, total: operation.total })
            : outcome(operation, say)}
          {operation.failed > 0 && ` · ${say("failed", { count: operation.failed })}`}
        </span>
        {running ? (
          <Button
            type="link"
            size="small"
            onClick={() => void api.post(`/operations/${operation.id}/cancel`, {}, { said: null })}
          >
            {say("cancel")}
          </Button>
        ) : (
          <>
            {operation.kind === "export" && operation.status === "done" && (
              <Link href={addressOf.exports} onClick={onClose}>
                {say("toTheFile")}
              </Link>
            )}
            {operation.undoable && (
              <Button
                type="link"
                size="small"
                onClick={() => {
                  onClose();
                  void undo(operation.id);
                }}
              >
                {say("undo")}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}

function outcome(operation: Operation, say: ReturnType<typeof useSay<typeof shellWords>>): string {
  if (operation.status === "done") return say("done");
  return say(operation.status === "cancelled" ? "cancelled" : "operationFailed");
}
