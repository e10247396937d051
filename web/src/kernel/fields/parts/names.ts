import { useQuery } from "@tanstack/react-query";
import { api } from "~/kernel/api/api";
import type { Labelled, RecordPage } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { titleText } from "~/kernel/catalog/nameOf";
import { useLanguage } from "~/kernel/i18n/language";

/** The names behind the ids that a filter holds. */
export function useRecordNames(objectName: string, ids: number[]): Labelled[] {
  const language = useLanguage();
  const object = useObject(objectName);
  const title = object?.titleField ?? "name";
  const { data } = useQuery({
    queryKey: ["records", objectName, "names", ids],
    queryFn: ({ signal }) =>
      api.ask<RecordPage>(
        `/records/${objectName}/query`,
        { filter: { field: "id", op: "in", value: ids }, fields: [title], limit: 100, count: "none" },
        signal,
      ),
    enabled: ids.length > 0 && Boolean(object),
    staleTime: 60_000,
  });
  return ids.map(id => {
    const record = data?.items.find(item => item.id === id);
    return { id, label: (object && record && titleText(object, record, language)) || `#${id}` };
  });
}
