import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { KeptDashboard, Page } from "~/kernel/api/contract";
import { useLanguage } from "~/kernel/i18n/language";
import { type Kept, keptKeys, useKeeping } from "../kept";

/** By what a dashboard narrows its reports together. */
export const SHARED_FILTERS = ["period", "person", "department"] as const;
export type SharedFilter = (typeof SHARED_FILTERS)[number];

export type Dashboard = KeptDashboard;
export type DashboardContent = Pick<Dashboard, "tiles" | "filters">;

/** A report on a dashboard; places are those of a grid of twelve columns. */
export type Tile = Dashboard["tiles"][number];

export const COLUMNS = 12;
export const ROW = 68;
export const GAP = 16;
export const MOST_TILES = 30;

export const useDashboardKeeping = () => useKeeping<Dashboard, DashboardContent>("dashboards");

export function useDashboards() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...keptKeys.list("dashboards"), language],
    queryFn: ({ signal }) => api.get<Page<Kept>>("/dashboards", signal),
    placeholderData: keepPreviousData,
  });
}

export function useDashboard(id: string) {
  return useQuery({
    queryKey: keptKeys.one("dashboards", id),
    queryFn: ({ signal }) => api.get<Dashboard>(`/dashboards/${id}`, signal),
    enabled: id !== "new",
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: 10_000,
  });
}

/** With another report beside the last one where there is room, else below all; figures take less room than charts. */
export function withTile(tiles: Tile[], report: Tile["report"], small: boolean): Tile[] {
  const [w, h] = small ? [3, 2] : [6, 5];
  const last = tiles.at(-1);
  const beside = last && { report, x: last.x + last.w, y: last.y, w, h };
  if (beside && beside.x + w <= COLUMNS && !tiles.some(tile => overlap(tile, beside)))
    return [...tiles, beside];
  const below = Math.max(0, ...tiles.map(tile => tile.y + tile.h));
  return [...tiles, { report, x: 0, y: below, w, h }];
}

function overlap(one: Tile, other: Tile): boolean {
  return (
    one.x < other.x + other.w &&
    other.x < one.x + one.w &&
    one.y < other.y + other.h &&
    other.y < one.y + one.h
  );
}

/** A tile moved or made larger by the keyboard, within the grid. */
export function nudged(tile: Tile, by: Partial<Record<"x" | "y" | "w" | "h", number>>): Tile {
  const w = clamp(tile.w + (by.w ?? 0), 2, COLUMNS);
  return {
    ...tile,
    w,
    x: clamp(tile.x + (by.x ?? 0), 0, COLUMNS - w),
    y: Math.max(0, tile.y + (by.y ?? 0)),
    h: clamp(tile.h + (by.h ?? 0), 2, 30),
  };
}

function clamp(number: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, number));
}

/** The order in which tiles are read: row by row. */
export function inReadingOrder(tiles: Tile[]): Tile[] {
  return tiles.toSorted((one, other) => one.y - other.y || one.x - other.x);
}
