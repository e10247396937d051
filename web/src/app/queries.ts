import { QueryClient } from "@tanstack/react-query";
import { Problem, Unreachable } from "~/kernel/api/problem";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failures, error) => failures < 3 && mayPass(error),
      retryDelay: attempt => Math.min(1000 * 2 ** attempt, 8000),
    },
  },
});

/** Whether asking again can help: the server is away for a moment. */
function mayPass(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Problem && error.status === 503);
}
