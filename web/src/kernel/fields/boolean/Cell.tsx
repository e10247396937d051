import { useSay } from "~/kernel/i18n/language";
import type { CellProps } from "../kind";
import { fieldWords } from "../messages";

export function BooleanCell({ value }: CellProps<boolean>) {
  const say = useSay(fieldWords);
  return value ? <span>{say("yes")}</span> : <span className="quiet">{say("no")}</span>;
}
