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

interface Narrowed {
  from: string;
  until: string;
  channel?: string;
}

/** The list of the contacts of some days, of one channel if it is named. */
export function contactsHref(contacts: Contacts, { from, until, channel }: Narrowed): string | null {
  const lead = contacts.leads[0];
  if (!lead) return null;
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
