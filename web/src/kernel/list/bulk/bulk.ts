import { api } from "~/kernel/api/api";
import type { Draft, Filter, Operation, RecordPage } from "~/kernel/api/contract";

/** What a bulk call does to each record. */
export type BulkAct = { change: Draft } | { delete: true } | { command: string; input?: Draft };

export type BulkTarget = { ids: number[] } | { filter: Filter };

/** What a bulk call would do, before it does it. */
export interface BulkPreview {
  total: number;
  allowed: number;
  refused: { id: number; label: string | null; message: string }[];
}

export function previewBulk(object: string, target: BulkTarget, act: BulkAct): Promise<BulkPreview> {
  return api.ask<BulkPreview>(`/records/${object}/bulk`, { ...target, ...act, dryRun: true });
}

export function runBulk(object: string, target: BulkTarget, act: BulkAct, said: string): Promise<Operation> {
  return api.post<Operation>(`/records/${object}/bulk`, { ...target, ...act }, { said });
}

/** The ids that a search finds, for calls that take ids or a filter but no search. */
export async function idsFound(
  object: string,
  query: { filter?: Filter; search?: string },
  titleField: string,
  except: ReadonlySet<number>,
): Promise<number[]> {
  const ids: number[] = [];
  let after: string | null = null;
  do {
    const page: RecordPage = await api.ask<RecordPage>(`/records/${object}/query`, {
      ...query,
      fields: [titleField],
      limit: 500,
      count: "none",
      ...(after ? { after } : {}),
    });
    ids.push(...page.items.map(row => row.id));
    after = page.next;
  } while (after);
  return ids.filter(id => !except.has(id));
}
