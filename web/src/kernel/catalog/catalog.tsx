import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, CatalogData, Field } from "~/kernel/api/contract";
import { useLanguage } from "~/kernel/i18n/language";
import { parentsFirst } from "./order";

/** What the signed-in user may see of the catalog. */
export class Catalog {
  /** What others hang on comes before what hangs on it. */
  readonly objects: BusinessObject[];
  private readonly byName: Map<string, BusinessObject>;

  constructor(readonly data: CatalogData) {
    this.objects = parentsFirst(data.objects);
    this.byName = new Map(data.objects.map(object => [object.name, object]));
  }

  find(name: string): BusinessObject | undefined {
    return this.byName.get(name);
  }

  /** Objects with lists of their own. */
  listed(): BusinessObject[] {
    return this.objects.filter(object => object.application !== null && object.verbs.read);
  }

  labelOf(name: string): string {
    return this.find(name)?.label ?? name;
  }
}

export function fieldOf(object: BusinessObject, name: string): Field | undefined {
  return object.fields.find(field => field.name === name);
}

const CatalogContext = createContext<Catalog | null>(null);

export const catalogKey = ["catalog"] as const;

export function useCatalogQuery() {
  const language = useLanguage();
  return useQuery({
    queryKey: [...catalogKey, language],
    queryFn: async ({ signal }) => new Catalog(await api.get<CatalogData>("/catalog", signal)),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    // Changing the language changes the labels, not the page one is on.
    placeholderData: keepPreviousData,
  });
}

export function CatalogProvider({ catalog, children }: { catalog: Catalog; children: ReactNode }) {
  return <CatalogContext value={catalog}>{children}</CatalogContext>;
}

export function useCatalog(): Catalog {
  const catalog = useContext(CatalogContext);
  if (!catalog) throw new Error("useCatalog outside a signed-in page");
  return catalog;
}

/** The definition of an object, or `undefined` where it does not exist or may not be seen. */
export function useObject(name: string): BusinessObject | undefined {
  return useCatalog().find(name);
}
