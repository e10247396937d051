import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import type { Branch } from "../forest";
import { customerWords } from "../messages";
import { type Deals, dealsFilter, NO_DEALS } from "./deals";
import { listOf } from "./GroupTotals";
import { NOTHING_OWED, type Owed, owedFilter } from "./owed";

/** What of a member its line shows. */
export const SHOWN = ["parentKind", "level", "status", "owner"];

interface BranchesProps {
  object: BusinessObject;
  branches: Branch<RecordData>[];
  deals: Map<number, Deals> | null;
  owed: Map<number, Owed> | null;
  current: number;
  label?: string;
}

/** Who stands under whom, each with what its branch comes to. */
export function Branches({ object, branches, deals, owed, current, label }: BranchesProps) {
  const nameOf = useNameOf(object);
  return (
    <ul className="group-tree" aria-label={label}>
      {branches.map(({ item, below }) => (
        <li key={item.id}>
          <div className="group-line" aria-current={item.id === current || undefined}>
            <Link href={addressOf.record(object.name, item.id)}>{nameOf(item)}</Link>
            {SHOWN.map(name => {
              const field = fieldOf(object, name);
              return (
                field &&
                !isEmpty(item[name]) && (
                  <span key={name} title={field.label}>
                    <FieldCell field={field} value={item[name]} record={item} object={object.name} />
                  </span>
                )
              );
            })}
            <BranchDeals
              id={item.id}
              whole={below.length > 0}
              deals={deals?.get(item.id)}
              owed={owed?.get(item.id)}
            />
          </div>
          {below.length > 0 && (
            <Branches object={object} branches={below} deals={deals} owed={owed} current={current} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface BranchDealsProps {
  id: number;
  whole: boolean;
  deals?: Deals;
  owed?: Owed;
}

/** What is open, what was won and what is owed, here and below; each leads to its records. */
function BranchDeals({ id, whole, deals = NO_DEALS, owed = NOTHING_OWED }: BranchDealsProps) {
  const say = useSay(customerWords);
  if (deals.open === 0 && deals.wonAmount === 0 && owed.owed === 0) return null;
  return (
    <span className="group-deals number" title={whole ? say("groupWithBelow") : undefined}>
      {deals.open > 0 && (
        <Link href={listOf("opportunity", dealsFilter(id, "open"))}>
          {say("branchOpen", { count: deals.open, amount: deals.openAmount.toLocaleString() })}
        </Link>
      )}
      {deals.wonAmount > 0 && (
        <Link href={listOf("opportunity", dealsFilter(id, "won"))}>
          {say("branchWon", { amount: deals.wonAmount.toLocaleString() })}
        </Link>
      )}
      {owed.owed > 0 && (
        <Link href={listOf("payment-plan", owedFilter(id))}>
          {owed.overdue > 0
            ? say("branchLate", {
                amount: owed.owed.toLocaleString(),
                late: owed.overdue.toLocaleString(),
              })
            : say("branchOwed", { amount: owed.owed.toLocaleString() })}
        </Link>
      )}
    </span>
  );
}
