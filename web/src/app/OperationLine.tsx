import { CloseOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { api } from "~/kernel/api/api";
import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useOperationName } from "~/kernel/operations/operationName";
import { shellWords } from "./messages";
import { useUndo } from "./undo";

interface Props {
  operation: Operation;
  onClose: () => void;
}

/** How far one piece of work is; loaded with the first. */
export default function OperationLine({ operation, onClose }: Props) {
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
