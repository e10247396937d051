import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useCallback } from "react";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { shellWords } from "./messages";

/** Takes an operation back and says how it went. */
export function useUndo(): (operation: number) => Promise<void> {
  const say = useSay(shellWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  return useCallback(
    async operation => {
      try {
        const undone = await api.undo(operation);
        await refreshRecords(queries);
        const conflicts = undone.conflicts?.length ?? 0;
        if (conflicts > 0) void message.warning(say("undoConflicts", { count: conflicts }));
        else void message.success(say("undone"));
      } catch (problem) {
        void message.error(`${say("undoFailed")}：${(problem as Error).message}`);
      }
    },
    [queries, message, say],
  );
}
