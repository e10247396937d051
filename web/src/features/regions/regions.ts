import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { RegionNode, RegionOwners } from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export const regionOwnersKey = ["region-owners"] as const;

export type Owner = RegionOwners["items"][number]["owners"][number];
export type OwnersOf = ReadonlyMap<string, Owner[]>;

/** A region as the tree shows it. */
export interface Branch {
  key: string;
  name: string;
  children: Branch[];
}

export function useRegionOwners() {
  return useQuery({
    queryKey: regionOwnersKey,
    queryFn: ({ signal }) => api.get<RegionOwners>("/region-owners", signal),
    throwOnError: withoutData,
  });
}

export function ownersOf(arrangement: RegionOwners | undefined): OwnersOf {
  return new Map(arrangement?.items.map(({ region, owners }) => [region, owners]) ?? []);
}

/** The regions that one looks for by name or owner, with what lies above them. */
export function found(nodes: RegionNode[], owners: OwnersOf, words: string, onlyOwned: boolean): Branch[] {
  return nodes.flatMap(([key, name, below = []]) => {
    const mine = owners.get(key) ?? [];
    const named = words === "" || name.includes(words) || mine.some(owner => owner.label.includes(words));
    const fits = named && (!onlyOwned || mine.length > 0);
    const all = words !== "" && named && !onlyOwned;
    const children = found(below, owners, all ? "" : words, onlyOwned);
    return fits || children.length > 0 ? [{ key, name, children }] : [];
  });
}

/** Everything that has something below it, to be shown opened. */
export function openKeys(branches: Branch[]): string[] {
  return branches.flatMap(branch =>
    branch.children.length > 0 ? [branch.key, ...openKeys(branch.children)] : [],
  );
}

/** The nearest region above that somebody looks after. */
export function above(region: string, owners: OwnersOf): { region: string; owners: Owner[] } | null {
  for (const length of [4, 2].filter(each => each < region.length)) {
    const code = region.slice(0, length);
    const those = (owners.get(code) ?? []).filter(owner => owner.active);
    if (those.length > 0) return { region: code, owners: those };
  }
  return null;
}
