import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";

/** Where a step can send the record to. */
export function useWebhookNames(): { id: number; name: string }[] {
  const answer = useQuery({
    queryKey: ["webhooks"],
    queryFn: ({ signal }) => api.get<{ items: { id: number; name: string }[] }>("/webhooks", signal),
  });
  return answer.data?.items ?? [];
}
