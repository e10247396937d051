import { UndoOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { useSay } from "~/kernel/i18n/language";
import { Conflicts } from "~/kernel/operations/Conflicts";
import { undoOperation } from "~/kernel/operations/operations";
import { recordWords } from "./messages";

/** Takes one operation back, straight from where it is told of. */
export function UndoOperation({ operation }: { operation: number }) {
  const say = useSay(recordWords);
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const { busy, act } = useAct();

  const undo = () =>
    act(async () => {
      const { conflicts } = await undoOperation(queries, operation);
      if (conflicts.length === 0) void message.success(say("undoneOperation"));
      else
        modal.info({
          title: say("undoConflicts", { count: conflicts.length }),
          content: <Conflicts conflicts={conflicts} />,
          width: 560,
        });
    });

  return (
    <Button
      type="link"
      size="small"
      className="undo-here"
      icon={<UndoOutlined aria-hidden />}
      loading={busy}
      aria-label={say("undoThis")}
      onClick={() => void undo()}
    >
      {say("undo")}
    </Button>
  );
}
