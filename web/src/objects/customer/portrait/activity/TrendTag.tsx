import { FallOutlined, MinusOutlined, MoonOutlined, RiseOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Field } from "~/kernel/api/contract";
import { ColorTag } from "~/ui/ColorTag";

const ICONS: Record<string, ReactNode> = {
  rising: <RiseOutlined aria-hidden />,
  steady: <MinusOutlined aria-hidden />,
  falling: <FallOutlined aria-hidden />,
  asleep: <MoonOutlined aria-hidden />,
};

/** Where it is going, by sign, word and colour. */
export function TrendTag({ field, value }: { field: Field; value: string }) {
  const option = field.options?.find(each => each.value === value);
  return (
    <ColorTag color={option?.color}>
      <span className="portrait-trend">
        {ICONS[value]}
        {option?.label ?? value}
      </span>
    </ColorTag>
  );
}
