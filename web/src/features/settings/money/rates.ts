import { type QueryClient, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { components } from "~/kernel/api/wire";
import { currenciesKey } from "~/kernel/fields/money/currencies";

type Rates = components["schemas"]["ExchangeRates"];

export type Rate = Rates["items"][number];

const ratesKey = ["settings", "rates"] as const;

/** The rates of a currency, newest first, page after page. */
export function useRates(currency: string) {
  return useInfiniteQuery({
    queryKey: [...ratesKey, currency],
    queryFn: ({ pageParam, signal }) =>
      api.get<Rates>(`/settings/rates/${currency}${pageParam ? `?before=${pageParam}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: page => page.next ?? undefined,
  });
}

/** After rates have changed: what is shown of them, and what inputs reckon with. */
export async function refreshRates(queries: QueryClient): Promise<void> {
  await Promise.all([ratesKey, currenciesKey].map(queryKey => queries.invalidateQueries({ queryKey })));
}
