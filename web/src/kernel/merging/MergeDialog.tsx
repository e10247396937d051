import { useQueryClient } from "@tanstack/react-query";
import { Alert, Checkbox, Modal, Skeleton } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import type { BusinessObject, Labelled } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { refreshRecords } from "~/kernel/records/records";
import { Comparison } from "./Comparison";
import { MOST_MERGED, mergeRecords, type Taken, useMergePreview } from "./merging";
import { mergeWords } from "./messages";
import "./merging.css";

interface Props {
  object: BusinessObject;
  ids: number[];
  /** Where the dialog was opened on one record: others can be chosen. */
  extensible?: boolean;
  onClose: (survivor: number | null) => void;
}

/** Compares records side by side, lets the one that stays and each value be chosen, and merges. */
export default function MergeDialog({ object, ids: first, extensible, onClose }: Props) {
  const say = useSay(mergeWords);
  const queries = useQueryClient();
  const refusalText = useRefusalText();
  const [others, setOthers] = useState<Labelled[]>([]);
  const [left, setLeft] = useState<number[]>([]);
  const [into, setInto] = useState<number | null>(null);
  const [take, setTake] = useState<Taken>({});
  const [all, setAll] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ids = [...new Set([...first, ...others.map(other => other.id)])].filter(id => !left.includes(id));
  const tooMany = ids.length > MOST_MERGED;
  const answer = useMergePreview(object.name, tooMany ? [] : ids, into, take);
  const preview = ids.length > 1 ? answer.data : undefined;
  const differing = preview?.fields.filter(field => field.differ) ?? [];
  const survivor = preview?.into ?? null;

  function keep(id: number) {
    setInto(id);
    setTake({});
  }

  function leaveOut(id: number) {
    setLeft([...left, id]);
    setOthers(others.filter(other => other.id !== id));
    setInto(into === id ? null : into);
    setTake(Object.fromEntries(Object.entries(take).filter(([, from]) => from !== id)));
  }

  async function merge() {
    if (survivor === null) return;
    setBusy(true);
    setRefusal(null);
    try {
      await mergeRecords(
        object.name,
        ids,
        survivor,
        take,
        say("merged", { count: ids.length, name: object.label }),
      );
      onClose(survivor);
      await refreshRecords(queries);
      await queries.invalidateQueries({ queryKey: ["duplicates"] });
    } catch (cause) {
      setRefusal(cause);
      setBusy(false);
    }
  }

  return (
    <Modal
      open
      title={say("title", { name: object.label })}
      width={Math.min(1200, 420 + 240 * Math.max(2, preview?.records.length ?? 2))}
      className="merge-dialog"
      okText={say("merge")}
      okButtonProps={{ disabled: !preview || preview.refusal !== null || answer.isFetching, loading: busy }}
      onOk={() => void merge()}
      onCancel={() => onClose(null)}
      mask={{ closable: !busy }}
    >
      {refusal !== null && <Alert type="error" showIcon title={refusalText(refusal)} />}
      {answer.error && <Alert type="error" showIcon title={refusalText(answer.error)} />}
      {preview?.refusal && <Alert type="warning" showIcon title={preview.refusal} />}
      {tooMany && <Alert type="warning" showIcon title={say("tooMany", { count: MOST_MERGED })} />}
      {extensible && (
        <label className="merge-add" htmlFor="merge-other">
          <span>{say("addOther", { name: object.label })}</span>
          <RecordPicker
            id="merge-other"
            object={object.name}
            several
            value={others}
            onChange={picked => {
              setOthers(picked.filter(one => !first.includes(one.id)));
              setLeft([]);
            }}
          />
        </label>
      )}
      {ids.length < 2 && <p className="quiet">{say("pickFirst")}</p>}
      {ids.length > 1 && !tooMany && answer.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {preview && (
        <>
          <p className="quiet merge-explain">{say("explain")}</p>
          {differing.length > 0 && (
            <Checkbox checked={!all} onChange={event => setAll(!event.target.checked)}>
              {say("onlyDiffering", { count: differing.length })}
            </Checkbox>
          )}
          <Comparison
            object={object}
            preview={preview}
            fields={all || differing.length === 0 ? preview.fields : differing}
            onKeep={keep}
            onTake={(field, id) => setTake({ ...take, [field]: id })}
            onLeaveOut={preview.records.length > 2 ? leaveOut : undefined}
          />
          {differing.length === 0 && <p className="quiet">{say("nothingDiffers")}</p>}
          <p className="merge-moves">
            {preview.moves.length === 0
              ? say("movesNothing")
              : say("moves", { list: preview.moves.map(move => `${move.label} ${move.count}`).join("、") })}
          </p>
          {preview.twins.length > 0 && (
            <Alert
              type="info"
              showIcon
              title={say("twins", {
                list: preview.twins
                  .map(
                    twin =>
                      `${twin.label} ${[...new Set([twin.one, twin.other])].filter(Boolean).join(" / ")}`,
                  )
                  .join("、"),
              })}
            />
          )}
          <p className="quiet">{say("undoable")}</p>
        </>
      )}
    </Modal>
  );
}
