import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Labelled } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

/** One listed move: `from` is `null` for a new record and `"*"` for any value; no roles means everybody. */
export interface Move {
  from: string | null;
  to: string | null;
  roles: number[];
  required: string[];
  /** Nobody may make it, also where unlisted moves are free. */
  forbidden: boolean;
  /** Once made, it is not taken back by undoing. */
  lasting: boolean;
}

/** A listed move that asks nothing of anybody. */
export const OPEN = { roles: [], required: [], forbidden: false, lasting: false };

export interface Rules {
  /** Moves that are not listed are refused. */
  onlyListed: boolean;
  moves: Move[];
}

export const ANY = "*";

export const movesKey = (object: string, field: string) => ["design", object, "moves", field] as const;

export function useRules(object: string, field: string) {
  return useQuery({
    queryKey: movesKey(object, field),
    queryFn: ({ signal }) =>
      api.get<Rules & { version: number }>(`/catalog/${object}/fields/${field}/transitions`, signal),
    throwOnError: withoutData,
  });
}

export function useRoles() {
  return useQuery({
    queryKey: ["roles", "labels"],
    queryFn: async ({ signal }): Promise<Labelled[]> => {
      const { items } = await api.get<{ items: { id: number; name: string }[] }>("/roles", signal);
      return items.map(({ id, name }) => ({ id, label: name }));
    },
    throwOnError: withoutData,
  });
}

export function findMove(rules: Rules, from: string | null, to: string | null): Move | undefined {
  return rules.moves.find(move => move.from === from && move.to === to);
}

/** With this move listed as it is now, or not listed any more. */
export function withMove(rules: Rules, from: string | null, to: string | null, move: Move | null): Rules {
  const others = rules.moves.filter(other => other.from !== from || other.to !== to);
  return { ...rules, moves: move ? [...others, move] : others };
}

/** What holds for a pair of values: a move of its own, the one from any value, or the general rule. */
export type Standing = "own" | "any" | "free" | "refused";

export function standingOf(rules: Rules, from: string | null, to: string | null): Standing {
  const own = findMove(rules, from, to);
  if (own) return own.forbidden ? "refused" : "own";
  if (from !== null && from !== ANY && findMove(rules, ANY, to)) return "any";
  return rules.onlyListed ? "refused" : "free";
}
