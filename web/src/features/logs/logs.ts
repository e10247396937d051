import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type {
  AccessLogRow,
  AdministrationLogRow,
  ChangeLogRow,
  ExportJob,
  LogCheck,
  LoginLogRow,
  OperationLogRow,
  Page,
} from "~/kernel/api/contract";
import { withoutData } from "~/kernel/api/failing";

export const LOGS = ["operations", "logins", "changes", "administration", "access"] as const;
export type LogName = (typeof LOGS)[number];

/** What a row of each log tells. */
export interface LogRows {
  operations: OperationLogRow;
  logins: LoginLogRow;
  changes: ChangeLogRow;
  administration: AdministrationLogRow;
  access: AccessLogRow;
}

/** What each log is searched by, besides the time. */
export const SEARCHES = {
  operations: ["who", "object", "kind", "status"],
  logins: ["who", "login", "address", "success"],
  changes: ["who", "object", "record", "field", "action"],
  administration: ["who", "kind", "action"],
  access: ["who", "kind", "object", "record"],
} as const satisfies Record<LogName, readonly string[]>;

export type Searched = Record<string, string>;

export function useLog<L extends LogName>(log: L, searched: Searched) {
  return useInfiniteQuery({
    queryKey: ["logs", log, searched],
    queryFn: ({ pageParam, signal }) => {
      const asked = new URLSearchParams(searched);
      if (pageParam) asked.set("after", pageParam);
      return api.get<Page<LogRows[L]>>(`/logs/${log}?${asked}`, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next ?? null,
    throwOnError: withoutData,
  });
}

export function exportLog(log: LogName, searched: Searched): Promise<ExportJob> {
  return api.post<ExportJob>(`/logs/${log}/export?format=xlsx`, searched, { said: null });
}

const CHECK = ["logs", "check"] as const;

/** The newest check of the logs; looked after as long as it runs. */
export function useLogCheck() {
  return useQuery({
    queryKey: CHECK,
    queryFn: async ({ signal }) =>
      (await api.get<{ check: LogCheck | null }>("/logs/checks/latest", signal)).check,
    refetchInterval: query => (query.state.data && !query.state.data.finishedAt ? 1500 : false),
  });
}

export function useBeginCheck() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<LogCheck>("/logs/checks", {}, { said: null }),
    onSuccess: check => queries.setQueryData(CHECK, check),
  });
}
