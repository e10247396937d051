import type { Field } from "~/kernel/api/contract";

/** Whether I may change the value of a choice from one to another, by the transition rules; the server decides. */
export function mayBecome(field: Field, from: string | null, to: string | null): boolean {
  const rules = field.transitions;
  if (!rules || from === to) return true;
  const listed =
    rules.moves.find(move => move.from === from && move.to === to) ??
    (from === null ? undefined : rules.moves.find(move => move.from === "*" && move.to === to));
  return listed ? listed.open : !rules.onlyListed;
}
