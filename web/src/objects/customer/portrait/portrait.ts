import { useQuery } from "@tanstack/react-query";
import dayjs from "dayjs";
import { api } from "~/kernel/api/api";
import type { Filter, Portrait } from "~/kernel/api/contract";
import { addressOf, writeQuery } from "~/kernel/navigation/navigation";
import { recordKeys } from "~/kernel/records/records";

export type Contacts = NonNullable<Portrait["interactions"]>;

export function usePortrait(object: string, id: number) {
  return useQuery({
    queryKey: [...recordKeys.one(object, id), "portrait"],
    queryFn: ({ signal }) => api.get<Portrait>(`/portraits/${object}/${id}`, signal),
  });
}

export interface Narrowed {
  from: string;
  until: string;
  channel?: string;
}

/** The list of those contacts of some days that a source knows of, of one channel if it is named. */
export function contactsHref(lead: Contacts["leads"][number], { from, until, channel }: Narrowed): string {
  const terms: Filter[] = [
    lead.filter as unknown as Filter,
    { field: lead.at, op: "between", value: [from, until] },
  ];
  if (channel && lead.channel) terms.push({ field: lead.channel, op: "eq", value: channel });
  return addressOf.list(lead.object) + writeQuery({ filter: JSON.stringify({ and: terms }) });
}

/** The last day of a week that begins on this one. */
export function endOfWeek(monday: string): string {
  return dayjs(monday).add(6, "day").format("YYYY-MM-DD");
}
