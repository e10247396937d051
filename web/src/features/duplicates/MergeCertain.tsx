import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Modal, Progress, Skeleton } from "antd";
import { useEffect, useRef, useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { refreshRecords } from "~/kernel/records/records";
import { type MergedPart, mergeCertain } from "./duplicates";
import { duplicateWords } from "./messages";

const NOTHING: MergedPart = { merged: 0, records: 0, conflicting: 0, refused: 0, next: null };

/** Says how many groups need no looking at, then merges them part by part; it can be stopped in between. */
export function MergeCertain({ object, onClose }: { object: BusinessObject; onClose: () => void }) {
  const say = useSay(duplicateWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const { message } = App.useApp();
  const [preview, setPreview] = useState<MergedPart | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const open = useRef(true);

  useEffect(() => {
    open.current = true;
    void all(
      object.name,
      true,
      () => open.current,
      () => {},
    )
      .then(setPreview)
      .catch(setProblem);
    return () => {
      open.current = false;
    };
  }, [object.name]);

  async function merge() {
    setDone(0);
    setProblem(null);
    try {
      const { merged } = await all(
        object.name,
        false,
        () => open.current,
        part => setDone(part.merged),
      );
      void message.success(say("mergedAll", { count: merged }));
      onClose();
    } catch (cause) {
      setProblem(cause);
      setDone(null);
    }
    await refreshRecords(queries);
    await queries.invalidateQueries({ queryKey: ["duplicates"] });
  }

  const left = preview ? preview.conflicting + preview.refused : 0;
  return (
    <Modal
      open
      title={say("mergeCertainTitle")}
      okText={say("doMerge", { count: preview?.merged ?? 0 })}
      okButtonProps={{ disabled: !preview?.merged, loading: done !== null }}
      onOk={() => void merge()}
      onCancel={onClose}
    >
      {problem !== null && <Alert type="error" showIcon title={refusalText(problem)} />}
      {!preview && problem === null && (
        <>
          <p className="quiet">{say("counting")}</p>
          <Skeleton active title={false} paragraph={{ rows: 2 }} />
        </>
      )}
      {preview && (
        <>
          <p>
            {preview.merged > 0
              ? say("wouldMerge", { groups: preview.merged, records: preview.records })
              : say("nothingCertain")}
          </p>
          {left > 0 && <p className="quiet">{say("wouldLeave", { count: left })}</p>}
          {done !== null && (
            <>
              <Progress percent={Math.round((100 * done) / Math.max(1, preview.merged))} />
              <p aria-live="polite">{say("merging", { done, count: preview.merged })}</p>
            </>
          )}
        </>
      )}
    </Modal>
  );
}

/** Part after part, as long as somebody waits for it. */
async function all(
  object: string,
  dryRun: boolean,
  wanted: () => boolean,
  onPart: (sum: MergedPart) => void,
): Promise<MergedPart> {
  let sum = NOTHING;
  do {
    const part = await mergeCertain(object, sum.next, dryRun);
    sum = {
      merged: sum.merged + part.merged,
      records: sum.records + part.records,
      conflicting: sum.conflicting + part.conflicting,
      refused: sum.refused + part.refused,
      next: part.next,
    };
    onPart(sum);
  } while (sum.next !== null && wanted());
  return sum;
}
