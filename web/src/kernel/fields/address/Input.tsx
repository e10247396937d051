import { Input } from "antd";
import type { Address } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { RegionPicker } from "~/kernel/pickers/RegionPicker";
import { halfWidth } from "~/kernel/text/halfWidth";
import type { InputProps } from "../kind";
import { fieldWords } from "../messages";

export function AddressInput({ id, value, onChange, invalid, describedBy, autoFocus }: InputProps<Address>) {
  const say = useSay(fieldWords);
  const set = (change: Address) => {
    const next = { ...value, ...change };
    onChange(next.region || next.street || next.postcode ? next : null);
  };
  return (
    <div className="address-input">
      <RegionPicker
        id={id}
        value={value?.region ?? null}
        invalid={invalid}
        describedBy={describedBy}
        autoFocus={autoFocus}
        onChange={region => set({ region })}
      />
      <Input
        aria-label={say("street")}
        placeholder={say("street")}
        value={value?.street ?? ""}
        onChange={event => set({ street: event.target.value || null })}
      />
      <Input
        aria-label={say("postcode")}
        placeholder={say("postcode")}
        inputMode="numeric"
        value={value?.postcode ?? ""}
        onChange={event => set({ postcode: halfWidth(event.target.value) || null })}
      />
    </div>
  );
}
