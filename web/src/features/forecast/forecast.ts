import type { Forecast } from "~/kernel/api/contract";

export type ForecastLine = Forecast["lines"][number];
export type PartName = "commit" | "bestCase" | "pipeline" | "omitted" | "byStage" | "byModel";

/** What is expected of one part; `null` where one cannot know. */
export function partOf(line: ForecastLine, part: PartName) {
  return line.open.find(each => each.part === part) ?? null;
}

function amountOf(line: ForecastLine, part: PartName): number {
  return Number(partOf(line, part)?.amount ?? 0);
}

/** Where one will stand if things come as foretold; what is won counts in all of them. */
export interface Totals {
  aim: number | null;
  won: number;
  commit: number;
  best: number;
  byStage: number;
  byModel: number | null;
}

/** Of lines none of which counts in another. */
export function totalsOf(lines: ForecastLine[]): Totals {
  const sum = (figure: (line: ForecastLine) => number) => lines.reduce((all, line) => all + figure(line), 0);
  const won = sum(line => Number(line.standing.done));
  const commit = won + sum(line => amountOf(line, "commit"));
  const aimed = lines.filter(line => line.standing.aim !== null);
  return {
    aim: aimed.length > 0 ? sum(line => Number(line.standing.aim ?? 0)) : null,
    won,
    commit,
    best: commit + sum(line => amountOf(line, "bestCase")),
    byStage: won + sum(line => amountOf(line, "byStage")),
    byModel: lines.some(line => partOf(line, "byModel"))
      ? won + sum(line => amountOf(line, "byModel"))
      : null,
  };
}

/** What is missing to the target when all that is committed comes; below 0 when there is more; `null` without a target. */
export function gapOf(totals: Pick<Totals, "aim" | "commit">): number | null {
  return totals.aim === null ? null : totals.aim - totals.commit;
}

/** A department with all below it, set out from the left; everybody when there is no such department. */
export function within(lines: ForecastLine[], department: number | null): ForecastLine[] {
  const from = lines.findIndex(
    ({ standing }) => standing.kind === "department" && standing.id === department,
  );
  const top = lines[from];
  if (!top) return lines;
  const depth = top.standing.depth;
  const end = lines.findIndex((line, at) => at > from && line.standing.depth <= depth);
  return lines
    .slice(from, end < 0 ? undefined : end)
    .map(line => ({ ...line, standing: { ...line.standing, depth: line.standing.depth - depth } }));
}

/** Those under nobody shown: all the others count in them. */
export function tops(lines: ForecastLine[]): ForecastLine[] {
  return lines.filter(line => line.standing.depth === 0);
}

type Said = NonNullable<ForecastLine["own"]>;

/** A word that stands; `null` where there is none, or it was taken back. */
export function heldBy(said: Said | null): (Said & { commit: string; best: string }) | null {
  return said && said.commit !== null && said.best !== null
    ? { ...said, commit: said.commit, best: said.best }
    : null;
}

/** With what one begins to say something: the word that stands, or what the deals add up to. */
export function suggestedOf(line: ForecastLine, own: boolean): { commit: string; best: string } {
  const said = heldBy(own ? line.own : line.adjustment) ?? heldBy(line.own);
  if (said) return { commit: said.commit, best: said.best };
  const { commit, best } = totalsOf([line]);
  return { commit: commit.toFixed(2), best: best.toFixed(2) };
}

/** Is there anything to see of it? */
export function says(line: ForecastLine): boolean {
  return (
    Number(line.standing.aim ?? 0) > 0 ||
    Number(line.standing.done) > 0 ||
    line.together.people > 0 ||
    line.open.some(each => Number(each.amount) > 0)
  );
}

/** Is it the line of this person? He always finds his own, to say something. */
export function isOf({ standing }: ForecastLine, person: number): boolean {
  return standing.kind === "person" && standing.id === person;
}
