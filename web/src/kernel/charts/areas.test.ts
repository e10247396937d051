import { describe, expect, it } from "vitest";
import type { Dimension } from "./answer";
import { areaOf, atlasOf } from "./areas";

const by = (bucket: string | null, ...values: (string | null)[]): Dimension => ({
  on: "rows",
  field: "region",
  label: "地区",
  bucket,
  members: values.map(value => ({ value, label: String(value), filter: null })),
});

describe("where regions are drawn", () => {
  it("is the country for provinces, and nowhere what is no region", () => {
    expect(areaOf(by("province", "44", null))).toEqual({ kind: "country" });
    expect(areaOf(by("month", "2026-11"))).toBeNull();
    expect(areaOf(by(null, "44"))).toBeNull();
  });

  it("is the province whose cities they all are, else a mark for each city", () => {
    expect(areaOf(by("city", "4401", "4403", null))).toEqual({ kind: "province", code: "44" });
    expect(areaOf(by("city", "4401", "3301"))).toEqual({ kind: "cities" });
    expect(areaOf(by("city", "3101"))).toEqual({ kind: "cities" });
    expect(areaOf(by("city", "7101"))).toEqual({ kind: "cities" });
  });

  it("is a municipality for its districts, and nowhere for districts of other cities", () => {
    expect(areaOf(by("district", "310101", "310104"))).toEqual({ kind: "province", code: "31" });
    expect(areaOf(by("district", "440103"))).toBeNull();
    expect(areaOf(by("district", "310101", "110101"))).toBeNull();
  });
});

describe("the maps", () => {
  it("have every province, with the islands that belong to the country", async () => {
    const { map } = await atlasOf({ kind: "country" });
    const codes = map.features.map(({ properties }) => properties.code);
    expect(new Set(codes).size).toBe(34);
    expect(codes).toEqual(expect.arrayContaining(["11", "44", "71", "81", "82"]));
  });

  it("have the cities of a province under its code", async () => {
    const { map } = await atlasOf({ kind: "province", code: "54" });
    const codes = map.features.map(({ properties }) => properties.code);
    expect(new Set(codes)).toEqual(new Set(["5401", "5402", "5403", "5404", "5405", "5406", "5425"]));
  });

  it("know where the cities lie", async () => {
    const { cities } = await atlasOf({ kind: "cities" });
    expect(Object.keys(cities).length).toBeGreaterThan(330);
    expect(cities["4401"]?.[0]).toBeCloseTo(113.28, 1);
    expect(cities["3101"]?.[1]).toBeCloseTo(31.23, 1);
  });
});
