import { Select } from "antd";
import { useId } from "react";
import { useSay } from "~/kernel/i18n/language";
import { FormRow } from "~/ui/FormRow";
import { useOfferedLayouts } from "./layouts";
import { paperWords } from "./messages";

interface Props {
  object: string;
  /** `null`: the standard. */
  value: number | null;
  onChange: (layout: number) => void;
  /** A row of a form, with its label in sight. */
  row?: boolean;
}

/** By which layout a paper is printed; where there is only one, nothing is asked. */
export function LayoutChoice({ object, value, onChange, row = false }: Props) {
  const say = useSay(paperWords);
  const id = useId();
  const offered = useOfferedLayouts(object);
  if (offered.length < 2) return null;
  const choice = (
    <Select
      id={id}
      aria-label={row ? undefined : say("layout")}
      value={value ?? offered[0]?.id}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
    />
  );
  return row ? (
    <FormRow id={id} label={say("layout")}>
      {choice}
    </FormRow>
  ) : (
    choice
  );
}
