import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Field, Worth, WorthTried } from "~/kernel/api/contract";
import { useSettled } from "~/kernel/pickers/useSettled";

export const worthKey = ["worth"] as const;

export type Source = Worth["sources"][number];

/** How worth is told while it is being changed. */
export type WorthDraft = Pick<
  Worth,
  "sources" | "months" | "day" | "recency" | "frequency" | "monetary" | "high"
>;

export function useWorth(object: string) {
  return useQuery({
    queryKey: [...worthKey, object],
    queryFn: ({ signal }) => api.get<Worth>(`/worth/${object}`, signal),
  });
}

export function draftOf({ sources, months, day, recency, frequency, monetary, high }: Worth): WorthDraft {
  return { sources, months, day, recency, frequency, monetary, high };
}

/** As it goes over the wire: own sources as they are, shipped ones only when they are left out. */
export function bodyOf({ sources, ...rest }: WorthDraft) {
  return {
    ...rest,
    sources: sources
      .filter(source => !source.shipped)
      .map(({ object, customer, at, amount, filter, goods }) => ({
        object,
        customer,
        at,
        amount,
        filter,
        goods,
      })),
    without: sources.filter(source => source.shipped && !source.counts).map(source => source.object),
  };
}

/** Does it only stand in, and others are there? Then it does not count. */
export function displaced(source: Source, all: Source[]): boolean {
  return source.standsIn && all.some(other => !other.standsIn && other.counts);
}

/** Is everything chosen that has to be? */
export function complete({ sources, recency, frequency, monetary }: WorthDraft): boolean {
  return (
    sources.every(({ object, customer, at, amount }) => object && customer && at && amount) &&
    [recency, frequency, monetary].every(cuts => !cuts || cuts.every(cut => cut !== ""))
  );
}

export function usePreview(object: string, draft: WorthDraft) {
  const asked = useSettled(JSON.stringify(bodyOf(draft)), 600);
  return useQuery({
    queryKey: [...worthKey, object, "preview", asked],
    queryFn: ({ signal }) => api.ask<WorthTried>(`/worth/${object}/preview`, JSON.parse(asked), signal),
    enabled: draft.sources.length > 0 && complete(draft),
    retry: false,
    gcTime: 0,
  });
}

/** Written by somebody: neither computed nor told from others. */
const stored = (field: Field) => field.kind !== "formula" && field.kind !== "rollup" && !field.explained;

/** The fields that may stand for each part of a source. */
export function partsOf(of: BusinessObject, customer: string) {
  const fields = of.fields.filter(stored);
  return {
    customer: fields.filter(field => field.kind === "reference" && field.targets?.includes(customer)),
    at: fields.filter(field => (field.kind === "date" || field.kind === "dateTime") && !field.system),
    amount: fields.filter(field => field.kind === "money"),
  };
}

/** The objects whose records could be deals. */
export function candidatesOf(objects: BusinessObject[], customer: string): BusinessObject[] {
  return objects.filter(each => {
    if (each.name === customer) return false;
    const parts = partsOf(each, customer);
    return parts.customer.length > 0 && parts.at.length > 0 && parts.amount.length > 0;
  });
}

/** A new source of an object: the first field that fits each part. */
export function sourceOf(of: BusinessObject, customer: string): Source {
  const parts = partsOf(of, customer);
  return {
    object: of.name,
    customer: parts.customer[0]?.name ?? "",
    at: parts.at[0]?.name ?? "",
    amount: parts.amount[0]?.name ?? "",
    filter: null,
    goods: null,
    shipped: false,
    counts: true,
    standsIn: false,
    broken: null,
  };
}

/** Where products could be named: on the purchase, or in what points at it. */
export function productPlaces(of: BusinessObject, objects: BusinessObject[]) {
  const named = (object: BusinessObject) =>
    object.fields.filter(
      field =>
        stored(field) && ["text", "choice", "reference", "treeChoice"].includes(field.kind) && !field.system,
    );
  const lines = objects.flatMap(each =>
    each.name === of.name
      ? []
      : each.fields
          .filter(field => field.kind === "reference" && field.targets?.includes(of.name))
          .slice(0, 1)
          .map(field => ({
            object: each,
            purchase: field.name,
            amount: each.fields.find(its => its.kind === "money" && stored(its))?.name ?? null,
            products: named(each).filter(its => its.name !== field.name),
          })),
  );
  return [{ object: of, purchase: null, amount: null, products: named(of) }, ...lines];
}
