import { Tooltip } from "antd";
import type { ReactElement } from "react";
import { useSay } from "~/kernel/i18n/language";
import { useSession } from "~/kernel/session/session";
import type { CellProps } from "../kind";
import { fieldWords } from "../messages";
import { type MoneyValue, moneyText } from "./money";

/** An amount in its own currency; what it was worth in the company's when it was saved shows under the pointer. */
export function MoneyCell({ value }: CellProps<MoneyValue>) {
  const base = typeof value === "string" ? undefined : value.base;
  const text = <span className="number">{moneyText(value)}</span>;
  return base === undefined ? text : <Worth base={base}>{text}</Worth>;
}

function Worth({ base, children }: { base: string; children: ReactElement }) {
  const say = useSay(fieldWords);
  const { currency } = useSession().settings;
  return <Tooltip title={say("worth", { worth: moneyText({ amount: base, currency }) })}>{children}</Tooltip>;
}
