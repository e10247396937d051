import { UndoOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Conflicts } from "./Conflicts";
import { operationWords } from "./messages";
import { useOperationName } from "./operationName";
import { undoOperation } from "./operations";

/** Takes an operation back after asking, and shows what could not be taken back. */
export function UndoButton({ operation, small }: { operation: Operation; small?: boolean }) {
  const say = useSay(operationWords);
  const nameOf = useOperationName();
  const { modal, message } = App.useApp();
  const { busy, act } = useAct();
  const queries = useQueryClient();
  if (!operation.undoable || operation.undoneBy !== null) return null;

  async function undo() {
    const sure = await modal.confirm({
      title: say("undoThis", { label: nameOf(operation) }),
      content: say("undoText", { count: operation.changed }),
      okText: say("undo"),
    });
    if (!sure) return;
    await act(async () => {
      const { conflicts } = await undoOperation(queries, operation.id);
      if (conflicts.length === 0) message.success(say("undone"));
      else {
        modal.info({
          title: say("conflictsTitle", { count: conflicts.length }),
          content: <Conflicts conflicts={conflicts} />,
          width: 560,
        });
      }
    });
  }

  return (
    <Button icon={<UndoOutlined />} size={small ? "small" : undefined} loading={busy} onClick={undo}>
      {say("undo")}
    </Button>
  );
}
