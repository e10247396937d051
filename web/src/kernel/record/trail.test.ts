import { describe, expect, it } from "vitest";
import { neighbours } from "./trail";

const trail = { object: "customer", ids: [5, 3, 9], address: "/o/customer?view=all" };

describe("the trail from a list", () => {
  it("leads to the next and the previous record", () => {
    expect(neighbours(trail, 3)).toEqual({ place: 2, before: 5, after: 9 });
  });

  it("ends at its ends", () => {
    expect(neighbours(trail, 5)).toEqual({ place: 1, before: null, after: 3 });
    expect(neighbours(trail, 9)).toEqual({ place: 3, before: 3, after: null });
  });

  it("knows nothing of records beside it", () => {
    expect(neighbours(trail, 404)).toEqual({ place: 0, before: null, after: null });
    expect(neighbours(null, 3)).toEqual({ place: 0, before: null, after: null });
  });
});
