import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Approval, ApprovalEntry, ApprovalsOfRecord } from "~/kernel/api/contract";
import { recordKeys } from "~/kernel/records/records";
import { useStream } from "~/kernel/stream/stream";

export const MINE = ["waiting", "done", "started", "copied"] as const;
export type Mine = (typeof MINE)[number];

export type Step = Approval["steps"][number];
export type Word = Step["people"][number];
export type Done = Approval["log"][number];
export type MyTask = Approval["mine"][number];
export type Choice = MyTask["choices"][number];

const KEY = ["approvals"];

export interface EntryPage {
  items: ApprovalEntry[];
  next: number | null;
}

export function useEntries(mine: Mine) {
  useFreshness();
  return useQuery({
    queryKey: [...KEY, "tasks", mine],
    queryFn: ({ signal }) => api.get<EntryPage>(`/approvals/tasks?mine=${mine}`, signal),
  });
}

export function useApproval(id: number | null) {
  return useQuery({
    queryKey: [...KEY, "one", id],
    queryFn: ({ signal }) => api.get<Approval>(`/approvals/${id}`, signal),
    enabled: id !== null,
  });
}

export function useApprovalsOf(object: string, record: number, version: number) {
  return useQuery({
    queryKey: [...KEY, "of", object, record, version],
    queryFn: ({ signal }) => api.get<ApprovalsOfRecord>(`/approvals/of/${object}/${record}`, signal),
  });
}

/** How much waits for me, for the navigation and the tabs. */
export function useCounts() {
  return useQuery({
    queryKey: [...KEY, "count"],
    queryFn: ({ signal }) => api.get<{ waiting: number; copied: number }>("/approvals/tasks/count", signal),
  });
}

/** Whatever an approval has changed is read again: lists, the record, its state. */
export function useRefreshApprovals(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: KEY }),
      queries.invalidateQueries({ queryKey: recordKeys.all }),
    ]);
  };
}

/** A notice may mean that something waits, or has been decided. */
function useFreshness() {
  const queries = useQueryClient();
  useStream("notice", () => void queries.invalidateQueries({ queryKey: KEY }));
}

/** The steps as they are shown: of a step that was reached several times the earlier times are history. */
export function stepsShown(steps: Step[]): Step[] {
  const last = new Map(steps.map((step, at) => [step.node, at]));
  return steps.filter(
    (step, at) => last.get(step.node) === at || step.state === "current" || step.state === "passed",
  );
}
