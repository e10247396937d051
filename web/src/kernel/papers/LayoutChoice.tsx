import { Select } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { useOfferedLayouts } from "./layouts";
import { paperWords } from "./messages";

interface Props {
  object: string;
  /** `null`: the standard. */
  value: number | null;
  onChange: (layout: number) => void;
}

/** By which layout a paper is printed; where there is only one, nothing is asked. */
export function LayoutChoice({ object, value, onChange }: Props) {
  const say = useSay(paperWords);
  const offered = useOfferedLayouts(object);
  if (offered.length < 2) return null;
  return (
    <Select
      aria-label={say("layout")}
      value={value ?? offered[0]?.id}
      options={offered.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={onChange}
      popupMatchSelectWidth={false}
      style={{ minWidth: 140 }}
    />
  );
}
