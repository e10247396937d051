import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { RegionNode } from "~/kernel/api/contract";

/** Provinces, cities and districts with a way from a code to its names. */
export class Regions {
  private readonly paths = new Map<string, string[]>();

  constructor(readonly tree: RegionNode[]) {
    this.walk(tree, []);
  }

  /** `310115` → `上海市 / 浦东新区`; the middle level that only repeats the province is left out. */
  label(code: string): string {
    const names = this.paths.get(code);
    if (!names) return code;
    return names.filter(name => !FILLERS.has(name)).join(" / ");
  }

  /** The codes from the province down to this one, as a cascader wants them. */
  static codesTo(code: string): string[] {
    return [2, 4, 6].filter(length => length <= code.length).map(length => code.slice(0, length));
  }

  private walk(nodes: RegionNode[], above: string[]): void {
    for (const [code, name, children] of nodes) {
      const path = [...above, name];
      this.paths.set(code, path);
      if (children) this.walk(children, path);
    }
  }
}

const FILLERS = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);

let loaded: Regions | null = null;

export function useRegions(): Regions | null {
  const { data } = useQuery({
    queryKey: ["regions"],
    queryFn: async ({ signal }) => {
      loaded = new Regions(await api.get<RegionNode[]>("/reference/regions", signal));
      return loaded;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  return data ?? null;
}

/** The name of a region for plain text, once the regions have arrived. */
export function regionText(code: string): string {
  return loaded?.label(code) ?? code;
}
