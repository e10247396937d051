import { App, Button } from "antd";
import { useEffect } from "react";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { shellWords } from "./messages";
import { useUndo } from "./undo";

/** After every change: what was done, and 撤销 where it can be taken back. */
export function UndoToasts() {
  const say = useSay(shellWords);
  const { message } = App.useApp();
  const undo = useUndo();

  useEffect(
    () =>
      api.onChange(({ operation, said }) => {
        const key = operation ? `operation-${operation}` : `said-${said}`;
        void message.open({
          key,
          type: "success",
          duration: operation ? 6 : 3,
          content: (
            <>
              {said ?? say("saved")}
              {operation && (
                <Button
                  type="link"
                  size="small"
                  onClick={() => {
                    message.destroy(key);
                    void undo(operation);
                  }}
                >
                  {say("undo")}
                </Button>
              )}
            </>
          ),
        });
      }),
    [message, say, undo],
  );

  return null;
}
