import type { RecordData } from "~/kernel/api/contract";

/** A file on a record: the newest revision and those before it. */
export interface Revised {
  newest: RecordData;
  older: RecordData[];
}

/** The same name in the same category is one file in several revisions; the newest file comes first. */
export function revised(attachments: RecordData[]): Revised[] {
  const groups = new Map<string, RecordData[]>();
  for (const attachment of attachments) {
    const key = JSON.stringify([attachment.category, attachment.name]);
    groups.set(key, [...(groups.get(key) ?? []), attachment]);
  }
  return [...groups.values()].map(group => {
    const [newest, ...older] = group.sort((one, other) => revisionOf(other) - revisionOf(one));
    return { newest: newest as RecordData, older };
  });
}

export function revisionOf(attachment: RecordData): number {
  return Number(attachment.revision ?? 1);
}

/** The categories in use, for choosing and for filtering. */
export function categoriesOf(attachments: RecordData[]): string[] {
  return [...new Set(attachments.map(attachment => String(attachment.category ?? "")))]
    .filter(Boolean)
    .sort();
}
