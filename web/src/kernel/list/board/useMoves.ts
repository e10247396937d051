import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { type ReactNode, useCallback } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Field, RecordData } from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { GivenUp, useSaveChange } from "~/kernel/record/saving/useSaveChange";
import { runBulk } from "../bulk/bulk";
import { listWords } from "../messages";
import type { Pages } from "../rows/pages";
import type { BoardColumn } from "./board";
import { moveBetween } from "./moving";

/**
 * Moves cards: at once on the screen, then on the server; back again when it refuses.
 *
 * @param done is told afterwards, and whether a card may stand elsewhere than it was moved to
 */
export function useMoves(
  object: BusinessObject,
  field: Field | undefined,
  done: (atOnce: boolean) => void,
): { move: (records: RecordData[], to: BoardColumn) => void; dialog: ReactNode } {
  const say = useSay(listWords);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const refusalText = useRefusalText();
  const nameOf = useNameOf(object);
  const { save, dialog } = useSaveChange(object);

  const move = useCallback(
    (records: RecordData[], to: BoardColumn) => {
      const [only, ...others] = records.filter(record => field && record[field.name] !== to.value);
      if (!field || !only) return;
      const moved = [only, ...others];
      const before = queries.getQueriesData<Pages>({ queryKey: ["rows", object.name] });
      for (const [key, pages] of before) {
        if (pages) queries.setQueryData(key, moveBetween(pages, key, moved, field.name, to.value));
      }
      const name = nameOf(only);
      const change = { [field.name]: to.value };
      const work: Promise<unknown> =
        others.length === 0
          ? save(only, change, say("movedTo", { name, column: to.label }))
          : runBulk(
              object.name,
              { ids: moved.map(record => record.id) },
              { change },
              say("bulkDone", { count: moved.length }),
            );
      work.then(
        result => done(others.length > 0 || (result as RecordData)[field.name] !== to.value),
        cause => {
          for (const [key, pages] of before) queries.setQueryData(key, pages);
          done(true);
          if (!(cause instanceof GivenUp)) void message.error(refusalText(cause));
        },
      );
    },
    [field, object, queries, save, done, say, message, refusalText, nameOf],
  );

  return { move, dialog };
}
