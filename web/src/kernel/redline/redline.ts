import { diffArrays } from "diff";
import type { BusinessObject, Field, Language, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { textOf } from "~/kernel/fields/registry";
import { plainWords } from "~/kernel/fields/richText/html";

/** A piece of text that stays, came or went. */
export interface Piece {
  kind: "same" | "in" | "out";
  text: string;
}

const words = new Intl.Segmenter("zh", { granularity: "word" });
const tokens = (text: string) => [...words.segment(text)].map(({ segment }) => segment);

/** What came and what went, word by word; Chinese words too. */
export function pieces(from: string, to: string): Piece[] {
  return diffArrays(tokens(from), tokens(to)).map(({ added, removed, value }) => ({
    kind: added ? "in" : removed ? "out" : "same",
    text: value.join(""),
  }));
}

/** A field of which two records say different things. */
export interface Difference {
  field: string;
  label: string;
  pieces: Piece[];
}

/** What everybody's records differ in, whatever they say. */
const IDLE = new Set(["createdAt", "createdBy", "updatedAt", "updatedBy", "version", "id"]);

/** The fields in which a later record differs from an earlier one, in their order. Whole values, but texts by words. */
export function differences(
  object: BusinessObject,
  earlier: RecordData,
  later: RecordData,
  language: Language,
): Difference[] {
  return object.fields
    .filter(field => !field.system && !IDLE.has(field.name) && field.kind !== "files")
    .flatMap(field => {
      const from = said(field, earlier, language);
      const to = said(field, later, language);
      if (from === to) return [];
      return [
        { field: field.name, label: field.label, pieces: isText(field) ? pieces(from, to) : whole(from, to) },
      ];
    });
}

const isText = ({ kind }: Field) => ["text", "longText", "richText"].includes(kind);

const whole = (from: string, to: string): Piece[] =>
  [
    { kind: "out" as const, text: from },
    { kind: "in" as const, text: to },
  ].filter(piece => piece.text !== "");

function said(field: Field, record: RecordData, language: Language): string {
  const value = record[field.name];
  if (value === null || value === undefined) return "";
  return field.kind === "richText" ? plainWords(String(value)) : textOf(field, value, language);
}

/** A line of a document as it was and as it is. */
export interface LinePair {
  kind: "same" | "changed" | "in" | "out";
  earlier: RecordData | null;
  later: RecordData | null;
  /** By column: what is said, and where it differs. */
  cells: Record<string, Piece[]>;
}

/** Which line became which: by product, else by name, in their order. */
export function linePairs(
  line: BusinessObject,
  columns: string[],
  earlier: RecordData[],
  later: RecordData[],
  language: Language,
): LinePair[] {
  const fields = columns.map(column => fieldOf(line, column)).filter(field => field !== undefined);
  const key = (each: RecordData) => String((each.product as { id: number } | null)?.id ?? each.name ?? "");
  let left = 0;
  let right = 0;
  const pairs: LinePair[] = [];
  for (const part of diffArrays(earlier.map(key), later.map(key))) {
    for (let i = 0; i < part.value.length; i++) {
      const was = part.added ? null : (earlier[left++] ?? null);
      const is = part.removed ? null : (later[right++] ?? null);
      const cells = Object.fromEntries(
        fields.map(field => {
          const from = was ? said(field, was, language) : "";
          const to = is ? said(field, is, language) : "";
          return [field.name, from === to ? [{ kind: "same" as const, text: to }] : whole(from, to)];
        }),
      );
      const changed = Object.values(cells).some(cell => cell.some(piece => piece.kind !== "same"));
      pairs.push({
        kind: !was ? "in" : !is ? "out" : changed ? "changed" : "same",
        earlier: was,
        later: is,
        cells,
      });
    }
  }
  return pairs;
}
