import { queryOptions } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page } from "~/kernel/api/contract";
import type { components } from "~/kernel/api/wire";

export type SentPaper = components["schemas"]["SentPaper"];
export type SendingProposal = components["schemas"]["SendingProposal"];
export type PaperLeft = components["schemas"]["PaperLeft"];

/** What stands for the reader's own link in a text. */
export const LINK_PLACE = "{link}";

export interface Sending {
  to: string[];
  reader: string | null;
  subject: string;
  text: string;
  attached: boolean;
  days: number | null;
  language: string;
  /** `null`: the standard. */
  layout: number | null;
}

export function sendingsOf(object: string, id: number): string {
  return `/sendings/${object}/${id}`;
}

export function sentQuery(object: string, id: number) {
  return queryOptions({
    queryKey: ["sendings", object, id],
    queryFn: ({ signal }) => api.get<Page<SentPaper>>(sendingsOf(object, id), signal),
  });
}

export function proposalQuery(object: string, id: number, language: string) {
  return queryOptions({
    queryKey: ["sendings", object, id, "proposal", language],
    queryFn: ({ signal }) =>
      api.get<SendingProposal>(`${sendingsOf(object, id)}/proposal?language=${language}`, signal),
    staleTime: 0,
    gcTime: 0,
  });
}

export async function send(object: string, id: number, sending: Sending): Promise<PaperLeft[]> {
  const answer = await api.post<Page<PaperLeft>>(sendingsOf(object, id), sending, { said: null });
  return answer.items;
}
