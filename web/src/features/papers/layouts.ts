import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";
import type { Catalog } from "~/kernel/catalog/catalog";
import { layoutsKey } from "~/kernel/papers/layouts";

type Schemas = components["schemas"];
export type PaperLayout = Schemas["PaperLayout"];
export type PaperLayoutWhole = Schemas["PaperLayoutWhole"];
export type WordLayout = Schemas["WordLayout"];

export const KINDS = [
  "title",
  "facts",
  "lines",
  "sums",
  "text",
  "rich",
  "clause",
  "signatures",
  "pageBreak",
] as const;
export type Kind = (typeof KINDS)[number];

/** A part of the page; what it says depends on its kind. */
export type Block =
  | { kind: "title"; text: string }
  | { kind: "facts"; values: string[] }
  | { kind: "lines"; relation: string; columns: string[] }
  | { kind: "sums"; values: string[]; inWords: string }
  | { kind: "text"; heading: string; text: string }
  | { kind: "rich"; html: string }
  | { kind: "clause"; clause: number; name: string }
  | { kind: "signatures"; parties: string[] }
  | { kind: "pageBreak" }
  | WordBlock;

/** The whole paper as a Word file; what it speaks of, the server reads from it. */
export interface WordBlock {
  kind: "word";
  file: number;
  name: string;
}

/** A block with a key of its own, by which it stays the same while it moves. */
export interface Placed {
  key: number;
  block: Block;
}

export interface Content {
  blocks: Block[];
  foot: string;
}

export function useLayouts() {
  return useQuery({
    queryKey: [...layoutsKey, "all"],
    queryFn: ({ signal }) =>
      api.get<{ items: PaperLayout[]; objects: { object: string; label: string }[] }>(
        "/paper-layouts",
        signal,
      ),
  });
}

export function useLayout(id: string) {
  return useQuery({
    queryKey: [...layoutsKey, "one", id],
    queryFn: ({ signal }) => api.get<PaperLayoutWhole>(`/paper-layouts/${id}`, signal),
    retry: false,
  });
}

/** A value that a text can name, and what people call it. */
export interface Name {
  value: string;
  label: string;
  group: string;
  field: Field | null;
}

const UNPRINTED = new Set(["files", "json", "location"]);

/** Every value of a record that can be printed: its own, and those of the records it points at. */
export function namesOf(
  catalog: Catalog,
  object: BusinessObject,
  words: { company: string; today: string; own: string },
): Name[] {
  const printed = (fields: Field[]) => fields.filter(field => !UNPRINTED.has(field.kind));
  const own = printed(object.fields).map(field => ({
    value: field.name,
    label: field.label,
    group: words.own,
    field,
  }));
  const far = object.fields
    .filter(field => field.kind === "reference")
    .flatMap(reference =>
      printed(catalog.find(reference.targets?.[0] ?? "")?.fields ?? []).map(field => ({
        value: `${reference.name}.${field.name}`,
        label: `${reference.label} · ${field.label}`,
        group: reference.label,
        field,
      })),
    );
  const apart = [
    { value: "company", label: words.company, group: words.company, field: null },
    { value: "today", label: words.today, group: words.company, field: null },
  ];
  return [...apart, ...own, ...far];
}

/** The lists of lines of an object. */
export function linesOf(catalog: Catalog, object: BusinessObject) {
  return object.relations
    .filter(relation => relation.lines)
    .map(relation => ({ ...relation, fields: catalog.find(relation.object)?.fields ?? [] }));
}

/** One that is begun, with what it usually says. */
export function newBlock(kind: Kind, relation: string): Block {
  switch (kind) {
    case "title":
      return { kind, text: "" };
    case "facts":
      return { kind, values: [] };
    case "lines":
      return { kind, relation, columns: [] };
    case "sums":
      return { kind, values: [], inWords: "" };
    case "text":
      return { kind, heading: "", text: "" };
    case "rich":
      return { kind, html: "" };
    case "clause":
      return { kind, clause: 0, name: "" };
    case "signatures":
      return { kind, parties: ["{company}"] };
    case "pageBreak":
      return { kind };
  }
}

export function moved<T>(all: T[], from: number, to: number): T[] {
  if (to < 0 || to >= all.length || from === to) return all;
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}

/** The messages about one block, by the rest of their path. */
export function errorsOf(errors: Record<string, string>, index: number): Record<string, string> {
  const start = `content.blocks[${index}].`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([field]) => field.startsWith(start))
      .map(([field, message]) => [field.slice(start.length), message]),
  );
}

const NAME = /\{([a-zA-Z]\w*(?:\.[a-zA-Z]\w*)?(?::[^{}:]{1,20})?)\}/g;
const CHIP = /<span[^>]*\bdata-merge="([^"]+)"[^>]*>[^<]*<\/span>/g;

/** Names in braces become chips, and chips names. */
export const withChips = (html: string) => html.replace(NAME, '<span data-merge="$1"></span>');
export const withoutChips = (html: string) => html.replace(CHIP, "{$1}");
