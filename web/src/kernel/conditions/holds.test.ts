import { describe, expect, it } from "vitest";
import type { BusinessObject, Draft, Field, Filter } from "~/kernel/api/contract";
import table from "./cases.json";
import { askedBy, holds } from "./holds";

const object = {
  name: "sheet",
  fields: Object.entries(table.fields).map(
    ([name, more]) => ({ name, label: name, ...more }) as unknown as Field,
  ),
} as BusinessObject;

describe("a condition on a form, as the server answers it", () => {
  for (const { about, values, ...filters } of table.cases) {
    for (const filter of filters.holds as Filter[]) {
      it(`holds for ${about}: ${JSON.stringify(filter)}`, () => {
        expect(holds(object, filter, values as Draft)).toBe(true);
      });
    }
    for (const filter of filters.fails as Filter[]) {
      it(`fails for ${about}: ${JSON.stringify(filter)}`, () => {
        expect(holds(object, filter, values as Draft)).toBe(false);
      });
    }
  }

  it("names what it asks about", () => {
    const filter: Filter = {
      and: [{ field: "stage", op: "notEmpty" }, { not: { or: [{ field: "due", op: "empty" }] } }],
    };
    expect(askedBy(filter)).toEqual(["stage", "due"]);
    expect(askedBy(null)).toEqual([]);
  });
});
