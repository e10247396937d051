import { describe, expect, it } from "vitest";
import { Catalog } from "~/kernel/catalog/catalog";
import { contact, customer } from "~/kernel/testing/world";
import { emptyQuestion, type Question } from "../question";
import { inReadingOrder, nudged, type Tile, withTile } from "./dashboards";
import { type Narrowing, narrowed, readNarrowing, writeNarrowing } from "./narrowing";

const owned = {
  ...customer,
  fields: customer.fields.map(field =>
    field.name === "owner" ? { ...field, operators: ["eq", "under"] as ("eq" | "under")[] } : field,
  ),
};
const catalog = new Catalog({ version: 1, objects: [owned, contact] });
const open: Narrowing = { period: null, person: null, department: null, cross: [] };
const byLevel = {
  object: "customer",
  field: "level",
  label: "等级 A",
  filter: { field: "level", op: "eq", value: "A" } as const,
};

describe("the narrowing of a dashboard", () => {
  const question: Question = {
    ...emptyQuestion("customer"),
    period: { field: "updatedAt", range: "thisYear" },
  };

  it("applies to each report what it has the fields for", () => {
    const all: Narrowing = { period: "lastMonth", person: 3, department: 5, cross: [byLevel] };
    expect(narrowed(catalog, owned, question, all)).toEqual({
      question: {
        ...question,
        period: { field: "updatedAt", range: "lastMonth" },
        filter: {
          and: [
            { field: "owner", op: "eq", value: 3 },
            { field: "owner", op: "under", value: 5 },
            { field: "level", op: "eq", value: "A" },
          ],
        },
      },
      unapplied: [],
    });
  });

  it("tells what does not apply, and leaves the report as it is there", () => {
    const about = emptyQuestion("contact");
    const all: Narrowing = { period: "lastMonth", person: 3, department: null, cross: [byLevel] };
    const { question: next, unapplied } = narrowed(catalog, contact, about, all);
    expect(next.filter).toBeNull();
    expect(unapplied).toEqual([
      { filter: "person" },
      { filter: "period" },
      { filter: "cross", label: "等级 A" },
    ]);
  });

  it("is the reader's own or the team's on the page of today, unless a person is named", () => {
    const of = (narrowing: Partial<Narrowing>) =>
      narrowed(catalog, owned, question, { ...open, ...narrowing }).question.filter;
    expect(of({ whose: "myTeam" })).toEqual({ field: "owner", op: "eq", value: "myTeam" });
    expect(of({ whose: "me", person: 3 })).toEqual({ field: "owner", op: "eq", value: 3 });
  });

  it("lives in the address", () => {
    const all: Narrowing = { period: { last: 3, unit: "month" }, person: 3, department: 5, cross: [byLevel] };
    const address = writeNarrowing(all);
    expect(readNarrowing(address as Record<string, string>)).toEqual(all);
    expect(readNarrowing({ period: "thisYear", cross: "{broken" })).toEqual({ ...open, period: "thisYear" });
  });
});

describe("tiles", () => {
  const tile: Tile = { report: 1, x: 0, y: 0, w: 6, h: 8 };

  it("come beside the last where there is room, else below", () => {
    const two = withTile([tile], 2, false);
    expect(two[1]).toMatchObject({ x: 6, y: 0 });
    expect(withTile(two, 3, true)[2]).toMatchObject({ x: 0, y: 8, w: 3, h: 2 });
  });

  it("stay within the grid", () => {
    expect(nudged(tile, { x: 20 })).toMatchObject({ x: 6 });
    expect(nudged({ ...tile, x: 6 }, { w: 4 })).toMatchObject({ x: 2, w: 10 });
    expect(nudged(tile, { y: -1, h: -10 })).toMatchObject({ y: 0, h: 2 });
  });

  it("are read row by row", () => {
    expect(
      inReadingOrder([{ ...tile, report: 2, y: 8 }, { ...tile, report: 3, x: 6 }, tile]).map(
        ({ report }) => report,
      ),
    ).toEqual([1, 3, 2]);
  });
});
