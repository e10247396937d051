import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Field, Filter, Page, Scoring, ScoringPreview } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import { valueKind } from "~/kernel/fields/valueKind";
import { useSettled } from "~/kernel/pickers/useSettled";

export const scoringKey = ["scoring"] as const;

/** A rule while it is being written; its key tells it from others while names change. */
export interface RuleDraft {
  key: number;
  name: string;
  filter: Filter | null;
  points: number;
  group: string | null;
  decay: Decay | null;
}

/** How points become fewer with time: half as many with every so many days since a date of the record. */
export interface Decay {
  since: string;
  halfLife: number;
}

export interface GroupDraft {
  key: number;
  name: string;
  cap: number;
}

/** Rules while they are being written. */
export interface ScoringDraft {
  active: boolean;
  keepsEarlier: boolean;
  rules: RuleDraft[];
  groups: GroupDraft[];
  bands: { from: number; level: string }[];
}

let keys = 0;

export function nextKey(): number {
  keys += 1;
  return keys;
}

export function draftOf(scoring: Scoring): ScoringDraft {
  return {
    active: scoring.version === 0 ? true : scoring.active,
    keepsEarlier: scoring.keepsEarlier,
    rules: scoring.rules.map(rule => ({ ...rule, key: nextKey(), filter: rule.filter as Filter })),
    groups: scoring.groups.map(group => ({ ...group, key: nextKey() })),
    bands: scoring.bands,
  };
}

/** As it goes over the wire. */
export function bodyOf(draft: ScoringDraft) {
  return {
    active: draft.active,
    keepsEarlier: draft.keepsEarlier,
    rules: draft.rules.map(({ key: _, ...rule }) => rule),
    groups: draft.groups.map(({ key: _, ...group }) => group),
    bands: draft.bands,
  };
}

/** A group that goes or is renamed takes its rules along. */
export function withGroup(
  draft: ScoringDraft,
  key: number,
  change: Partial<GroupDraft> | null,
): ScoringDraft {
  const before = draft.groups.find(group => group.key === key);
  if (!before) return draft;
  const after = change ? { ...before, ...change } : null;
  return {
    ...draft,
    groups: draft.groups.flatMap(group => (group.key === key ? (after ? [after] : []) : [group])),
    rules: draft.rules.map(rule =>
      rule.group === before.name ? { ...rule, group: after ? after.name : null } : rule,
    ),
  };
}

/** The threshold of a level; none: rules never give it. */
export function withBand(draft: ScoringDraft, level: string, from: number | null): ScoringDraft {
  const others = draft.bands.filter(band => band.level !== level);
  const bands = from === null ? others : [...others, { level, from }];
  return { ...draft, bands: bands.toSorted((one, other) => other.from - one.from) };
}

/** The fields that say when something was. */
export function datedFields(fields: Field[]): Field[] {
  return fields.filter(field => ["date", "dateTime"].includes(valueKind(field)));
}

export function moved(draft: ScoringDraft, from: number, to: number): ScoringDraft {
  const rules = [...draft.rules];
  const [rule] = rules.splice(from, 1);
  if (rule) rules.splice(to, 0, rule);
  return { ...draft, rules };
}

export function complete(draft: ScoringDraft): boolean {
  return (
    draft.rules.length > 0 &&
    draft.rules.every(rule => rule.name.trim() !== "" && rule.filter !== null) &&
    draft.groups.every(group => group.name.trim() !== "")
  );
}

export function useScorings() {
  return useQuery({
    queryKey: scoringKey,
    queryFn: ({ signal }) => api.get<Page<Scoring>>("/scoring", signal),
    throwOnError: withoutData,
    // how far the records are
    refetchInterval: query =>
      query.state.data?.items.some(each => each.active && each.progress?.finished === false) ? 2000 : false,
  });
}

/** What the rules would change, asked when one pauses. */
export function useScorePreview(object: string, draft: ScoringDraft) {
  const asked = useSettled(JSON.stringify(bodyOf({ ...draft, active: true })), 700);
  return useQuery({
    queryKey: [...scoringKey, "preview", object, asked],
    queryFn: ({ signal }) => api.ask<ScoringPreview>(`/scoring/${object}/preview`, JSON.parse(asked), signal),
    enabled: complete(draft),
    placeholderData: before => before,
    retry: false,
    gcTime: 0,
  });
}
