import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Command, Labelled, Operation, RecordData } from "~/kernel/api/contract";

/** Records compared side by side at once; more of them no screen can show. */
export const MOST_MERGED = 20;

/** A field after the merge: the record whose value it takes; several are united. */
export interface MergedField {
  name: string;
  from: number | null;
  united: boolean;
  differ: boolean;
  open: boolean;
}

export interface MergePreview {
  into: number;
  refusal: string | null;
  records: RecordData[];
  fields: MergedField[];
  moves: { object: string; label: string; count: number }[];
  /** What will stand twice on the record that stays. */
  twins: { object: string; label: string; one: string | null; other: string | null }[];
}

/** Where each value comes from, by field. */
export type Taken = Record<string, number>;

/** The command that makes one record of several, where its reader may give it. */
export function mergeOf(object: BusinessObject): Command | undefined {
  return object.commands.find(command => command.name === "merge" && command.on === "together");
}

/** What a merge would do. */
export function useMergePreview(object: string, ids: number[], into: number | null, take: Taken) {
  return useQuery({
    queryKey: ["records", object, "merge", ids, into, take],
    queryFn: ({ signal }) =>
      api.ask<MergePreview>(
        `/duplicates/${object}/preview`,
        { ids, ...(into ? { into } : {}), take },
        signal,
      ),
    placeholderData: keepPreviousData,
    enabled: ids.length > 1,
    retry: false,
  });
}

/** Which records these went into, by their ids. */
export function useMergedInto(object: string, ids: number[], enabled: boolean) {
  return useQuery({
    queryKey: ["records", object, "mergedInto", ids],
    queryFn: async ({ signal }) => {
      const { items } = await api.get<{ items: { id: number; into: Labelled }[] }>(
        `/duplicates/${object}/merged?ids=${ids.join(",")}`,
        signal,
      );
      return new Map(items.map(item => [item.id, item.into]));
    },
    enabled: enabled && ids.length > 0,
  });
}

export function mergeRecords(object: string, ids: number[], into: number, take: Taken, said: string) {
  return api.post<Operation>(`/records/${object}/commands/merge`, { ids, input: { into, take } }, { said });
}
