import type { Filter } from "~/kernel/api/contract";
import type { Answer, Dimension, Mark, Member } from "~/kernel/charts/answer";
import { type Days, isDays, isRolling } from "~/kernel/fields/parts/periods";
import { allOf } from "~/kernel/list/filter/filterTree";
import { type Bucket, type Group, type Question, type Shelf, withGroup } from "./question";

/** The members that a figure is of, each with its dimension. */
export function membersOf(
  answer: Answer,
  mark: Mark,
): { dimension: Dimension; member: Member; index: number }[] {
  return mark.by.flatMap((index, place) => {
    const dimension = answer.dimensions[index];
    const member = dimension?.members[mark.at[place] as number];
    return dimension && member ? [{ dimension, member, index }] : [];
  });
}

/** Which records a figure is of: `null` for all of them, `undefined` where nobody can tell. */
export function recordsOf(answer: Answer, mark: Mark): Filter | null | undefined {
  const members = membersOf(answer, mark);
  if (members.some(({ member }) => !member.filter)) return undefined;
  return allOf(
    answer.filter,
    ...members.map(({ member }) => member.filter),
    answer.measures[mark.measure]?.filter,
  );
}

const FINER: Partial<Record<string, Bucket>> = {
  fiscalYear: "fiscalQuarter",
  fiscalQuarter: "month",
  year: "quarter",
  quarter: "month",
  month: "week",
  week: "day",
  province: "city",
  city: "district",
};

/** What a dimension of time or place can be looked at more closely by. */
export function finer(dimension: Dimension): Bucket | undefined {
  return dimension.bucket ? FINER[dimension.bucket] : undefined;
}

/** The same question about one member alone, by what lies within it. */
export function zoomed(question: Question, index: number, member: Member, bucket: Bucket): Question {
  const { shelf, at } = placeOf(question, index);
  const group = question[shelf][at];
  if (!group || !member.filter) return question;
  return { ...pinned(question, [member]), [shelf]: question[shelf].with(at, { ...group, bucket }) };
}

/** Only about these members. Days of the period become the period, so that the comparison goes with them. */
function pinned(question: Question, members: Member[]): Question {
  let { filter, period } = question;
  for (const member of members) {
    const range = member.filter && daysWithin(period, member.filter);
    if (range && period) period = { ...period, range };
    else filter = allOf(filter, member.filter);
  }
  return { ...question, filter, period };
}

/** The days of a filter as far as they lie within the period; nothing where it is not about that, or rolls on. */
function daysWithin(period: Question["period"], filter: Filter): Days | null {
  if (!period || isRolling(period.range) || !("field" in filter)) return null;
  if (filter.field !== period.field || filter.op !== "during" || !isDays(filter.value)) return null;
  const { from, until } = filter.value;
  if (!isDays(period.range)) return { from, until };
  return {
    from: from > period.range.from ? from : period.range.from,
    until: until < period.range.until ? until : period.range.until,
  };
}

/** The question about some members alone, by another field in the place of those they are members of. */
export function brokenOut(
  question: Question,
  members: { index: number; member: Member }[],
  group: Group,
): Question {
  const gone = new Set(members.map(({ index }) => index));
  const kept = (shelf: Shelf, before: number) => question[shelf].filter((_, at) => !gone.has(before + at));
  const rest: Question = {
    ...pinned(
      question,
      members.map(({ member }) => member),
    ),
    rows: kept("rows", 0),
    columns: kept("columns", question.rows.length),
  };
  return withGroup(rest, group, "rows", 0);
}

/** Answers count dimensions through: rows first, then columns. */
function placeOf(question: Question, index: number): { shelf: Shelf; at: number } {
  const { length } = question.rows;
  return index < length ? { shelf: "rows", at: index } : { shelf: "columns", at: index - length };
}
