import { Segmented } from "antd";
import type { ReactNode } from "react";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { operationWords } from "./messages";

/** Whether a page shows what I did or what everybody did, and the choice for those who may see that of others. */
export function useWhose(
  page: "exports" | "operations",
  label: string,
): [everybodys: boolean, choice: ReactNode] {
  const say = useSay(operationWords);
  const seesAll = useSession().user.pages.includes(page);
  const [address, change] = useAddressState();
  const everybodys = seesAll && address.whose === "all";
  return [
    everybodys,
    seesAll && (
      <Segmented
        aria-label={label}
        value={everybodys ? "all" : "mine"}
        options={[
          { value: "mine", label: say("mine") },
          { value: "all", label: say("everybodys") },
        ]}
        onChange={value => change({ whose: value === "all" ? "all" : null })}
      />
    ),
  ];
}
