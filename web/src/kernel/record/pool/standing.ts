import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { PoolStanding, RecordData } from "~/kernel/api/contract";
import { daysFromToday, todayHere, wallTime } from "~/kernel/text/dates";
import { recordStory } from "../saving/useSaveChange";

/** How a record stands with its pool, asked anew whenever the record has changed. */
export function usePoolStanding(object: string, record: RecordData) {
  return useQuery({
    queryKey: [...recordStory(object, record.id), "pool", record.version],
    queryFn: ({ signal }) => api.get<PoolStanding>(`/pools/of/${object}/${record.id}`, signal),
  });
}

/** Days until the midnight at which a record goes back; 1 is tonight, and late is tonight too. */
export function daysLeft(returnsAt: string, today = todayHere()): number {
  return Math.max(1, daysFromToday(wallTime(returnsAt).slice(0, 10), today));
}
