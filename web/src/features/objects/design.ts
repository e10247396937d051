import { type QueryClient, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Field, FieldKindName, Language } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";
import type { components } from "~/kernel/api/wire";
import { catalogKey } from "~/kernel/catalog/catalog";

export type DesignedField = components["schemas"]["DesignedField"];
export type Words = components["schemas"]["Words"];
export type DesignedOption = NonNullable<DesignedField["options"]>[number];

export interface Design {
  version: number;
  object: string;
  label: Words;
  kinds: string[];
  fields: DesignedField[];
  sections: Words[];
  deleted: {
    field: DesignedField;
    at: string;
    by: { id: number; label: string | null };
    until: string;
    restorable: boolean;
  }[];
}

/** A field while it is being set; what its kind alone knows about stands beside. */
export type FieldDraft = Omit<DesignedField, "object" | "own" | "system">;

const designKey = ["design"] as const;

export function useDesign(object: string, draft: string | null) {
  return useQuery({
    queryKey: [...designKey, "fields", object, draft],
    queryFn: ({ signal }) => api.get<Design>(inDraft(`/catalog/${object}/fields`, draft), signal),
    throwOnError: withoutData,
  });
}

/** The same call or page, about a draft instead of what is in force. */
export function inDraft(path: string, draft: string | null): string {
  return draft ? `${path}${path.includes("?") ? "&" : "?"}draft=${draft}` : path;
}

/** The designer and everybody's catalog show the same fields. */
export async function refreshDesign(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: designKey }),
    queries.invalidateQueries({ queryKey: catalogKey }),
  ]);
}

export function newField(kind: string): FieldDraft {
  return {
    name: "",
    kind,
    label: { zh: "", en: "" },
    help: null,
    section: null,
    relation: null,
    required: false,
    unique: false,
    searched: false,
    listed: false,
    headline: false,
    indexed: false,
    default: null,
  };
}

/** What is sent: everything that was set, and nothing that was not. */
export function settingsOf(draft: FieldDraft, before: FieldDraft): Record<string, unknown> {
  const changed = Object.entries(draft).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof FieldDraft]),
  );
  return Object.fromEntries(changed);
}

export function wordsIn(words: Words | null | undefined, language: Language): string {
  if (!words) return "";
  return language === "zh-CN" || !words.en ? words.zh : words.en;
}

/** The field as the form will show it. */
export function previewOf(draft: FieldDraft, language: Language): Field {
  return {
    name: draft.name || "c_preview",
    label: wordsIn(draft.label, language),
    kind: draft.kind as FieldKindName,
    help: wordsIn(draft.help, language) || null,
    required: draft.required,
    right: "edit",
    operators: [],
    multiline: draft.kind === "longText",
    maxLength: draft.maxLength ?? null,
    min: draft.min ?? null,
    max: draft.max ?? null,
    scale: draft.scale ?? null,
    unit: null,
    targets: draft.targets ?? [],
    options: (draft.options ?? []).map(option => ({
      value: option.value || option.label.zh,
      label: wordsIn(option.label, language),
      color: option.color,
      parent: option.parent,
      active: option.active,
    })),
  };
}
