import type { Money, Proposal, RecordData } from "~/kernel/api/contract";
import { decimalOf, unitsOf } from "~/kernel/text/units";

/** How well it is known whose an entry is. */
export type Standing = "sure" | "likely" | "unknown";

export function standingOf(proposal: Proposal | undefined): Standing {
  if (!proposal?.customer) return "unknown";
  return proposal.sure ? "sure" : "likely";
}

/** The entries that may be accepted without looking. */
export function sureOnes(proposals: Proposal[]): number[] {
  return proposals.filter(proposal => proposal.sure).map(proposal => proposal.entry);
}

/** What of an entry settles nothing that is proposed; nothing where all of it does. */
export function creditOf(entry: RecordData, proposal: Proposal, digits: number): string | null {
  const units = (amount: string) => unitsOf(amount, digits) ?? 0n;
  const paid = proposal.terms.reduce((sum, term) => sum + units(term.amount), 0n);
  const left = units((entry.amount as Money).amount) - paid;
  return left > 0n ? decimalOf(left, digits) : null;
}
