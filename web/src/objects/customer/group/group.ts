import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Filter, Labelled, RecordData } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";

const HIGHEST = 50;

/** The customer at the top of a group, as far up as one may see. */
export function useTop(customer: RecordData) {
  return useQuery({
    queryKey: [...recordKeys.object("customer"), "top", customer.id],
    queryFn: async ({ signal }) => {
      let at = customer;
      for (let step = 0; step < HIGHEST; step++) {
        const upper = at.parent as Labelled | null | undefined;
        if (!upper || upper.label === null) break;
        at = await api.get<RecordData>(`/records/customer/${upper.id}?fields=name,parent`, signal);
      }
      return at;
    },
  });
}

/** A customer and everything below it. */
export function groupFilter(top: number): Filter {
  return {
    or: [
      { field: "id", op: "eq", value: top },
      { field: "parent", op: "under", value: top },
    ],
  };
}

/** The contacts of a customer and of everything below it. */
export function peopleFilter(top: number): Filter {
  return {
    or: [
      { field: "customer", op: "eq", value: top },
      { field: "customer.parent", op: "under", value: top },
    ],
  };
}

/** Of a group, those with whom one should have been in touch before a day. */
export function overdueFilter(top: number, day: string): Filter {
  return { and: [groupFilter(top), { field: "nextContactAt", op: "lt", value: day }] };
}
