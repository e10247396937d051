import { Input } from "antd";
import { useState } from "react";
import { FormDialog } from "~/kernel/acting/FormDialog";
import { api } from "~/kernel/api/api";
import type { Field } from "~/kernel/api/contract";
import { FieldInput } from "~/kernel/fields/FieldInput";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { todayHere } from "~/kernel/text/dates";
import { FormRow } from "~/ui/FormRow";
import { rateWords } from "./messages";
import type { Rate } from "./rates";

interface Props {
  base: string;
  currency: string;
  /** The one to correct; none for a new one. */
  rate: Rate | null;
  version: number;
  onSaved: () => Promise<void>;
  onClose: () => void;
}

/** Enters the rate of a day, or corrects it. */
export function RateDialog({ base, currency, rate, version, onSaved, onClose }: Props) {
  const say = useSay(rateWords);
  const sayCommon = useSay(common);
  const [from, setFrom] = useState<unknown>(rate?.from ?? todayHere());
  const [worth, setWorth] = useState(rate?.rate ?? "");
  const day = { name: "from", label: say("from"), kind: "date", required: true, right: "edit" } as Field;

  async function save() {
    try {
      await api.post(
        "/settings/rates",
        { version, currency, from, rate: worth.trim() },
        { said: say("saved") },
      );
    } finally {
      await onSaved();
    }
  }

  return (
    <FormDialog
      title={rate ? say("correctTitle", { currency, from: rate.from }) : say("enterTitle", { currency })}
      okText={sayCommon("save")}
      ready={Boolean(from) && worth.trim() !== ""}
      onSave={save}
      onClose={onClose}
    >
      {errors => (
        <>
          {!rate && (
            <FormRow id="rate-from" label={say("from")} error={errors.from}>
              <FieldInput
                id="rate-from"
                field={day}
                object="settings"
                value={from}
                invalid={Boolean(errors.from)}
                describedBy="rate-from-note"
                onChange={setFrom}
              />
            </FormRow>
          )}
          <FormRow
            id="rate-rate"
            label={say("rateIs", { currency, base })}
            help={say("rateNote")}
            error={errors.rate ?? errors.currency}
          >
            <Input
              id="rate-rate"
              inputMode="decimal"
              autoFocus
              autoComplete="off"
              value={worth}
              suffix={base}
              status={errors.rate ? "error" : undefined}
              aria-describedby="rate-rate-note"
              onChange={event => setWorth(event.target.value)}
            />
          </FormRow>
        </>
      )}
    </FormDialog>
  );
}
