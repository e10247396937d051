import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Filter, Labelled, Page, Pool, PoolExemption, PoolTonight } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { useSettled } from "~/kernel/pickers/useSettled";

export const poolsKey = ["pools"] as const;

export interface RuleDraft {
  since: "contact" | "claim" | "deal";
  days: number | null;
  workingDays: boolean;
  filter: Filter | null;
}

export interface SpecialDraft {
  users: number[];
  roles: number[];
  perDay: number | null;
  holding: number | null;
}

/** A pool while it is being written, as it goes over the wire. */
export interface PoolDraft {
  name: string;
  object: string;
  standard: boolean;
  members: { users: number[]; departments: number[]; roles: number[] };
  administrators: number[];
  assignedOnly: boolean;
  hidden: string[];
  opensChildren: boolean;
  limits: {
    perDay: number | null;
    holding: number | null;
    coolDownDays: number | null;
    exceptions: SpecialDraft[];
  };
  uncounted: Filter | null;
  transfersExceed: boolean;
  reasonRequired: boolean;
  recycling: boolean;
  recycle: RuleDraft[];
  exempt: Filter | null;
  /** Exemptions that do not hold here. */
  despite: string[];
  target: number | null;
  reminders: number[];
}

export function newPool(object: string): PoolDraft {
  return {
    name: "",
    object,
    standard: false,
    members: { users: [], departments: [], roles: [] },
    administrators: [],
    assignedOnly: false,
    hidden: [],
    opensChildren: false,
    limits: { perDay: null, holding: null, coolDownDays: null, exceptions: [] },
    uncounted: null,
    transfersExceed: true,
    reasonRequired: false,
    recycling: true,
    recycle: [],
    exempt: null,
    despite: [],
    target: null,
    reminders: [7, 3, 1],
  };
}

const ids = (all: Labelled[]) => all.map(({ id }) => id);

export function draftOf({ id: _, version: _seen, numbers: _numbers, ...pool }: Pool): PoolDraft {
  return {
    ...pool,
    members: {
      users: ids(pool.members.users),
      departments: ids(pool.members.departments),
      roles: ids(pool.members.roles),
    },
    administrators: ids(pool.administrators),
    limits: {
      ...pool.limits,
      exceptions: pool.limits.exceptions.map(each => ({
        ...each,
        users: ids(each.users),
        roles: ids(each.roles),
      })),
    },
    uncounted: pool.uncounted as Filter | null,
    recycle: pool.recycle.map(rule => ({
      ...rule,
      since: rule.since as RuleDraft["since"],
      filter: rule.filter as Filter | null,
    })),
    exempt: pool.exempt as Filter | null,
    target: pool.target?.id ?? null,
  };
}

export function usePools() {
  return useQuery({
    queryKey: poolsKey,
    queryFn: ({ signal }) => api.get<Page<Pool>>("/pools", signal),
    throwOnError: withoutData,
  });
}

/** What may keep an object's records from going back. */
export function useExemptions(object: string) {
  const { data } = useQuery({
    queryKey: [...poolsKey, "exemptions"],
    queryFn: ({ signal }) => api.get<Page<PoolExemption>>("/pools/exemptions", signal),
  });
  return data?.items.filter(each => each.object === object) ?? [];
}

/** What tonight's run would take back if the pool were so, asked when one pauses. */
export function useTonight(draft: PoolDraft, id: number | null) {
  const asked = useSettled(JSON.stringify({ ...draft, name: draft.name || "–", id: id ?? undefined }), 600);
  return useQuery({
    queryKey: [...poolsKey, "tonight", asked],
    queryFn: ({ signal }) => api.ask<PoolTonight>("/pools/preview", JSON.parse(asked), signal),
    enabled: draft.recycling && draft.recycle.length > 0,
    retry: false,
    gcTime: 0,
  });
}
