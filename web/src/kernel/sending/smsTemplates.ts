import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Page, SmsTemplate } from "~/kernel/api/contract";

export const smsTemplatesKey = ["settings", "sms", "templates"] as const;

/** The templates for notices by text message. */
export function useSmsTemplates() {
  return useQuery({
    queryKey: smsTemplatesKey,
    queryFn: ({ signal }) => api.get<Page<SmsTemplate>>("/settings/sms/templates", signal),
  });
}
