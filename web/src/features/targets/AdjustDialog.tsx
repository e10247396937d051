import { InputNumber, Select } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { useSay } from "~/kernel/i18n/language";
import { groupDigits } from "~/kernel/text/decimals";
import { FormRow } from "~/ui/FormRow";
import { targetsWords } from "./messages";
import { adjusted, cellKey, type Draft, type Row, written } from "./plan";

const STEPS = [1, 10, 100, 1_000, 10_000];

interface Props {
  rows: Row[];
  unit: string;
  onFill: (cells: Draft) => void;
  onClose: () => void;
}

/** Last year's targets, more or less a percentage, for the rows that are shown. */
export function AdjustDialog({ rows, unit, onFill, onClose }: Props) {
  const say = useSay(targetsWords);
  const [percent, setPercent] = useState<number | null>(10);
  const [step, setStep] = useState(unit === "count" ? 1 : 1_000);

  async function fill() {
    onFill(
      Object.fromEntries(
        rows.flatMap(row =>
          row.cells.flatMap((cell, month) =>
            cell.previous === null
              ? []
              : [[cellKey(row, month), written(adjusted(cell.previous, percent ?? 0, step))] as const],
          ),
        ),
      ),
    );
  }

  return (
    <FormDialog
      title={say("adjustTitle")}
      okText={say("apply")}
      ready={percent !== null}
      onSave={fill}
      onClose={onClose}
    >
      {() => (
        <>
          <p className="quiet">{say("adjustText", { count: rows.length })}</p>
          <FormRow id="targets-percent" label={say("percent")}>
            <InputNumber
              id="targets-percent"
              autoFocus
              suffix="%"
              min={-100}
              max={1000}
              value={percent}
              onChange={setPercent}
              style={{ width: "100%" }}
            />
          </FormRow>
          <FormRow id="targets-round" label={say("round")}>
            <Select
              id="targets-round"
              value={step}
              options={STEPS.map(value => ({ value, label: groupDigits(String(value)) }))}
              onChange={setStep}
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
