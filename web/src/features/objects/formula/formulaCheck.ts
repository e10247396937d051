import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import { inDraft } from "../design";

export interface Fault {
  from: number;
  to: number;
  message: string;
  suggestion: string | null;
}

export interface Checked {
  shown: string;
  faults: Fault[];
  /** The kind of value it gives; null as long as it is faulty. */
  result: string | null;
  /** What it gives of the record it was tried on. */
  value: unknown;
}

export interface Vocabulary {
  fields: { written: string; label: string; kind: string }[];
  functions: {
    english: string;
    chinese: string;
    group: "logic" | "numbers" | "texts" | "times";
    use: string;
    help: string;
  }[];
}

export function useVocabulary(object: string, draft: string | null) {
  return useQuery({
    queryKey: ["formula", object, draft],
    queryFn: ({ signal }) => api.get<Vocabulary>(inDraft(`/catalog/${object}/formula`, draft), signal),
  });
}

/** What the server says of a formula; nothing while nothing is written. */
export function useCheck(
  object: string,
  draft: string | null,
  formula: string,
  field?: string,
  record?: number,
) {
  return useQuery({
    queryKey: ["formula", object, draft, "check", formula, field, record],
    queryFn: () =>
      api.post<Checked>(inDraft(`/catalog/${object}/formula/check`, draft), {
        formula,
        ...(field ? { field } : {}),
        ...(record ? { record } : {}),
      }),
    enabled: formula.trim() !== "",
    placeholderData: before => before,
    gcTime: 60_000,
  });
}

/** The text with words put at the cursor, a space apart from a word before. */
export function inserted(text: string, at: number, words: string): { text: string; cursor: number } {
  const gap = at > 0 && /[\p{L}\p{N}_\])]/u.test(text[at - 1] ?? "") ? " " : "";
  return {
    text: text.slice(0, at) + gap + words + text.slice(at),
    cursor: at + gap.length + words.length - (words.endsWith("()") ? 1 : 0),
  };
}
