import type { Dimension } from "./answer";

/**
 * What a dimension of regions is drawn on: the provinces of the country, the parts of one province, or the country with
 * a mark for each city.
 */
export type Area = { kind: "country" } | { kind: "province"; code: string } | { kind: "cities" };

/** The name under which ECharts knows the country, to which it adds the islands of the South China Sea. */
export const COUNTRY = "china";

/** Provinces that are one city: their parts are districts. */
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);

/** Of these there is only the outline. */
const UNDIVIDED = new Set(["71", "81", "82"]);

/** Where the members of a dimension are drawn; nowhere what is not counted by region, nor districts of several cities. */
export function areaOf({ bucket, members }: Dimension): Area | null {
  if (bucket === "province") return { kind: "country" };
  if (bucket !== "city" && bucket !== "district") return null;
  const provinces = new Set(members.flatMap(({ value }) => (value ? [String(value).slice(0, 2)] : [])));
  const [only = ""] = provinces;
  const municipality = MUNICIPALITIES.has(only);
  if (bucket === "district")
    return provinces.size === 1 && municipality ? { kind: "province", code: only } : null;
  return provinces.size === 1 && !municipality && !UNDIVIDED.has(only)
    ? { kind: "province", code: only }
    : { kind: "cities" };
}

/** The map that an area needs. */
export const mapOf = (area: Area): string => (area.kind === "province" ? area.code : COUNTRY);

/** A map as ECharts reads it; the code of each part is that of its region. */
export interface AreaMap {
  type: "FeatureCollection";
  features: { properties: { code: string; name: string; cp?: [number, number] } }[];
}

const files = import.meta.glob<AreaMap>(["./maps/china.json", "./maps/[1-6][0-9].json"], {
  import: "default",
});

/** What is drawn of an area: its map, and where the cities of the country lie. */
export interface Atlas {
  map: AreaMap;
  cities: Record<string, [number, number]>;
}

export async function atlasOf(area: Area): Promise<Atlas> {
  const load = files[`./maps/${mapOf(area)}.json`];
  if (!load) throw new Error(`no map of ${mapOf(area)}`);
  const cities = area.kind === "cities" ? import("./maps/cities.json") : null;
  return { map: await load(), cities: ((await cities)?.default ?? {}) as Atlas["cities"] };
}
