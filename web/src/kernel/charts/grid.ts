import type { Language } from "~/kernel/api/contract";
import { sayIn } from "~/kernel/i18n/messages";
import { type Answer, Cells, isCompared, type Mark, type Spot } from "./answer";
import { chartWords } from "./messages";
import { inOrder } from "./plot";
import { memberText } from "./reading";

/** What a column shows of its measure. */
export type Part = "value" | "before" | "growth";

export interface Column {
  key: string;
  spot: Spot;
  measure: number;
  part: Part;
  /** Over all that stands across. */
  total: boolean;
}

export interface Head {
  key: string;
  text: string;
  /** How many columns, and how many rows of the head, it takes. */
  span: number;
  rows: number;
  /** The only column below it, by which one may sort. */
  column?: Column;
}

export interface Row {
  key: string;
  kind: "leaf" | "subtotal" | "total";
  /** The names that begin with this row; each takes `span` rows and `across` columns. */
  names: { text: string; span: number; across: number; spot: Spot }[];
  spot: Spot;
}

/** An answer as a table: names down the side, figures across. */
export interface Grid {
  /** What stands down the side, by name. */
  corner: string[];
  heads: Head[][];
  columns: Column[];
  rows: Row[];
  /** How many rows are not shown yet. */
  rest: number;
}

const LEAST_ROWS = 20;

/**
 * Lays an answer out; as a pivot, what is asked in columns stands across, or else the last dimension. Of many rows as many
 * are shown as have about so many figures.
 */
export function gridOf(
  answer: Answer,
  pivot: boolean,
  language: Language,
  past: string,
  most = Number.POSITIVE_INFINITY,
): Grid {
  const all = answer.dimensions.map((_, index) => index);
  const asked = all.filter(index => answer.dimensions[index]?.on === "columns");
  const across = pivot ? (asked.length ? asked : all.slice(-1)) : [];
  const down = all.filter(index => !across.includes(index));
  const cells = new Cells(answer);
  const { columns, heads } = headsOf(answer, cells, across, language, past);
  const { rows, rest } = rowsOf(
    answer,
    cells,
    down,
    language,
    Math.max(LEAST_ROWS, Math.ceil(most / columns.length)),
  );
  const corner = down.map(index => answer.dimensions[index]?.label ?? "");
  return { corner: corner.length ? corner : [""], heads, columns, rows, rest };
}

/** The place of a figure: where its row and its column meet. */
export function markOf(row: Row, column: Column): Mark {
  const pairs = [row.spot, column.spot].flatMap(({ by, at }) =>
    by.map((dimension, index): [number, number] => [dimension, at[index] as number]),
  );
  return { ...inOrder(...pairs), measure: column.measure };
}

function headsOf(answer: Answer, cells: Cells, across: number[], language: Language, past: string) {
  const say = sayIn(language, chartWords);
  const parts: Part[] = isCompared(answer) ? ["value", "before", "growth"] : ["value"];
  const wide = answer.measures.length * parts.length;
  const groups = groupsOf(cells, across);
  const columns = groups.flatMap(({ spot, total }) =>
    answer.measures.flatMap((_, measure) =>
      parts.map(
        (part): Column => ({
          key: `${spot.at.join()}|${total}|${measure}|${part}`,
          spot,
          measure,
          part,
          total,
        }),
      ),
    ),
  );
  const titled = across.length === 0 || wide > 1;
  const heads = across.map((dimension, depth) =>
    runsOf(groups, depth).map(({ from, length }): Head => {
      const group = groups[from] as Group;
      const members = answer.dimensions[dimension];
      const text = group.total
        ? say(group.spot.at.length ? "subtotal" : "total")
        : memberText(
            members as NonNullable<typeof members>,
            members?.members[group.spot.at[depth] as number],
            language,
          );
      const summed = group.total && depth === group.spot.at.length;
      const single = !titled && length === 1 && (summed || depth === across.length - 1);
      return {
        key: `${depth} ${from}`,
        text:
          depth < group.spot.at.length && group.total
            ? memberName(answer, dimension, group, depth, language)
            : text,
        span: length * wide,
        rows: summed ? across.length - depth : 1,
        ...(single ? { column: columns[from * wide] as Column } : {}),
      };
    }),
  );
  const titles = columns.map((column): Head => {
    const { label } = answer.measures[column.measure] as { label: string };
    const text =
      column.part === "growth"
        ? say("growth")
        : column.part === "before"
          ? answer.measures.length > 1
            ? say("ofBefore", { name: label, before: past })
            : past
          : label;
    return { key: column.key, text, span: 1, rows: 1, column };
  });
  return { columns, heads: titled ? [...heads, titles] : heads };
}

interface Group {
  spot: Spot;
  total: boolean;
}

/** What stands across: each combination there is, after them the subtotal of each first member, and the total. */
function groupsOf(cells: Cells, across: number[]): Group[] {
  const everything: Group = { spot: { by: [], at: [] }, total: true };
  if (across.length === 0) return [everything];
  const leaves = cells.spots(across);
  if (across.length === 1) return [...leaves.map(spot => ({ spot, total: false })), everything];
  const groups: Group[] = [];
  for (const [index, spot] of leaves.entries()) {
    groups.push({ spot, total: false });
    const [first] = spot.at as [number];
    const siblings = leaves.filter(({ at }) => at[0] === first).length;
    if (leaves[index + 1]?.at[0] !== first && siblings > 1) {
      groups.push({ spot: { by: across.slice(0, 1), at: [first] }, total: true });
    }
  }
  return [...groups, everything];
}

/** Neighbours that share their members down to a depth; sums that began above are not repeated below. */
function runsOf(groups: Group[], depth: number): { from: number; length: number }[] {
  const runs: { from: number; length: number; key: string }[] = [];
  for (const [index, { spot, total }] of groups.entries()) {
    if (total && spot.at.length < depth) continue;
    const summed = total && spot.at.length === depth;
    const key = summed ? `sum ${index}` : spot.at.slice(0, depth + 1).join();
    const last = runs.at(-1);
    if (last && last.key === key && last.from + last.length === index) last.length += 1;
    else runs.push({ from: index, length: 1, key });
  }
  return runs;
}

function memberName(
  answer: Answer,
  dimension: number,
  group: Group,
  depth: number,
  language: Language,
): string {
  const of = answer.dimensions[dimension];
  return of ? memberText(of, of.members[group.spot.at[depth] as number], language) : "";
}

function rowsOf(answer: Answer, cells: Cells, down: number[], language: Language, most: number) {
  const say = sayIn(language, chartWords);
  const everything: Spot = { by: [], at: [] };
  const total: Row = {
    key: "total",
    kind: "total",
    names: [{ text: say("total"), span: 1, across: Math.max(1, down.length), spot: everything }],
    spot: everything,
  };
  if (down.length === 0) return { rows: [total], rest: 0 };
  const leaves = cells.spots(down);
  const rows: Row[] = [];
  place(leaves.slice(0, most), 0, []);
  return { rows: [...rows, total], rest: Math.max(0, leaves.length - most) };

  /** Writes the rows of one group; answers how many there are. */
  function place(group: Spot[], depth: number, above: Row["names"]): number {
    const dimension = answer.dimensions[down[depth] as number];
    let written = 0;
    let pending = above;
    for (let from = 0; from < group.length; ) {
      const member = group[from]?.at[depth] as number;
      let until = from;
      while (group[until]?.at[depth] === member) until += 1;
      const members = group.slice(from, until);
      const spot = prefix(members[0] as Spot, depth + 1);
      const name = {
        text: dimension ? memberText(dimension, dimension.members[member], language) : "",
        span: 1,
        across: 1,
        spot,
      };
      const names = [...pending, name];
      pending = [];
      if (depth === down.length - 1) {
        rows.push({ key: spot.at.join(), kind: "leaf", names, spot });
        written += 1;
      } else {
        name.span = place(members, depth + 1, names);
        if (members.length > 1) {
          rows.push({
            key: `${spot.at.join()} sum`,
            kind: "subtotal",
            names: [{ text: say("subtotal"), span: 1, across: down.length - depth - 1, spot }],
            spot,
          });
          name.span += 1;
        }
        written += name.span;
      }
      from = until;
    }
    return written;
  }
}

function prefix({ by, at }: Spot, length: number): Spot {
  return { by: by.slice(0, length), at: at.slice(0, length) };
}
