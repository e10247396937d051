import { Button, Modal, Radio } from "antd";
import { useState } from "react";
import type { BusinessObject, Draft, StaleBody } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { recordWords } from "../messages";
import type { Conflict } from "./merge";
import "./stale.css";

interface Props {
  object: BusinessObject;
  stale: StaleBody;
  conflicts: Conflict[];
  /** The fields where theirs shall stand; `null` when the user gave up. */
  onAnswer: (keepTheirs: ReadonlySet<string> | null) => void;
}

/** Somebody else changed the same fields: who, when, what, and which value shall stand. */
export function StaleDialog({ object, stale, conflicts, onAnswer }: Props) {
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const choose = (field: string, keep: boolean) => {
    const next = new Set(theirs);
    if (keep) next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  return (
    <Modal
      open
      title={say("staleTitle", {
        name: stale.changedBy?.label ?? say("someone"),
        time: wallTime(stale.changedAt),
      })}
      width={640}
      onCancel={() => onAnswer(null)}
      footer={
        <div className="stale-actions">
          <Button onClick={() => setTheirs(new Set())}>{say("keepMine")}</Button>
          <Button onClick={() => setTheirs(new Set(conflicts.map(conflict => conflict.field)))}>
            {say("keepTheirs")}
          </Button>
          <span className="stale-space" />
          <Button onClick={() => onAnswer(null)}>{sayCommon("cancel")}</Button>
          <Button type="primary" onClick={() => onAnswer(theirs)}>
            {say("saveMerged")}
          </Button>
        </div>
      }
    >
      <p className="quiet">{say("staleText")}</p>
      {conflicts.map(conflict => {
        const name = conflict.field;
        const field = fieldOf(object, name);
        const lines = object.relations.find(relation => relation.lines && relation.name === name);
        const shown = (value: unknown) =>
          field ? <FieldCell field={field} value={value} /> : <LinesInShort lines={value as Draft[]} />;
        return (
          <fieldset key={name} className="stale-field">
            <legend>{field?.label ?? lines?.label}</legend>
            <Radio.Group
              value={theirs.has(name) ? "theirs" : "mine"}
              onChange={event => choose(name, event.target.value === "theirs")}
            >
              <Radio value="mine">
                <span className="stale-side">{say("mine")}</span>
                {shown(conflict.mine)}
              </Radio>
              <Radio value="theirs">
                <span className="stale-side">{say("theirs")}</span>
                {shown(conflict.theirs)}
              </Radio>
            </Radio.Group>
          </fieldset>
        );
      })}
    </Modal>
  );
}

/** Lines stand or fall together; how many there are, and which. */
function LinesInShort({ lines }: { lines: Draft[] }) {
  const say = useSay(recordWords);
  const names = lines.map(line => line.name).filter(Boolean);
  return (
    <>
      {say("linesInShort", { count: lines.length })} {names.join("、")}
    </>
  );
}
