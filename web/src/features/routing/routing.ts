import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Filter, Labelled, Page, Routing, RoutingDecision } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export const routingKey = ["routing"] as const;

export type TargetKind = "person" | "group" | "pool";
export type Way = "turn" | "weight" | "load";

export interface MemberDraft {
  person: Labelled;
  away: boolean;
  weight: number;
  perDay: number | null;
  holding: number | null;
}

/** A rule while it is being written; its key stays, so that turns go on when it is renamed. */
export interface RuleDraft {
  key: string;
  name: string;
  active: boolean;
  filter: Filter | null;
  kind: TargetKind;
  way: Way;
  members: MemberDraft[];
  pool: number | null;
  onlyWorkingHours: boolean;
}

/** Rules while they are being written. */
export interface RoutingDraft {
  active: boolean;
  answerWithin: number | null;
  reroutes: number | null;
  rules: RuleDraft[];
}

export function draftOf(routing: Routing): RoutingDraft {
  return {
    active: routing.version === 0 ? true : routing.active,
    answerWithin: routing.answerWithin,
    reroutes: routing.reroutes,
    rules: routing.rules.map(({ target, filter, ...rule }) => ({
      ...rule,
      filter: filter as Filter | null,
      kind: target.kind as TargetKind,
      way: target.way as Way,
      members: target.members,
      pool: target.pool,
    })),
  };
}

export function newRule(): RuleDraft {
  return {
    key: crypto.randomUUID(),
    name: "",
    active: true,
    filter: null,
    kind: "group",
    way: "turn",
    members: [],
    pool: null,
    onlyWorkingHours: false,
  };
}

export function newMember(person: Labelled): MemberDraft {
  return { person, away: false, weight: 1, perDay: null, holding: null };
}

/** As it goes over the wire. */
export function bodyOf(draft: RoutingDraft) {
  return {
    active: draft.active,
    answerWithin: draft.answerWithin,
    reroutes: draft.answerWithin === null ? null : draft.reroutes,
    rules: draft.rules.map(({ kind, way, members, pool, ...rule }) => ({
      ...rule,
      target:
        kind === "pool"
          ? { kind, pool }
          : {
              kind,
              way,
              members: (kind === "person" ? members.slice(0, 1) : members).map(
                ({ person, weight, perDay, holding }) => ({ person: person.id, weight, perDay, holding }),
              ),
            },
    })),
  };
}

export function moved(draft: RoutingDraft, from: number, to: number): RoutingDraft {
  const rules = [...draft.rules];
  const [rule] = rules.splice(from, 1);
  if (rule) rules.splice(to, 0, rule);
  return { ...draft, rules };
}

/** Those chosen, in their order; whoever was there before keeps weight and limits. */
export function chosen(members: MemberDraft[], people: Labelled[]): MemberDraft[] {
  const known = new Map(members.map(member => [member.person.id, member]));
  return people.map(person => known.get(person.id) ?? newMember(person));
}

export function useRoutings() {
  return useQuery({
    queryKey: routingKey,
    queryFn: ({ signal }) => api.get<Page<Routing>>("/routing", signal),
    throwOnError: withoutData,
  });
}

export function useDecisions(object: string) {
  return useInfiniteQuery({
    queryKey: [...routingKey, "decisions", object],
    queryFn: ({ signal, pageParam }) =>
      api.get<{ items: RoutingDecision[]; next: number | null }>(
        `/routing/${object}/decisions${pageParam ? `?before=${pageParam}` : ""}`,
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => page.next,
  });
}
