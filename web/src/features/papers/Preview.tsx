import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Alert, Skeleton } from "antd";
import { useEffect, useState } from "react";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Labelled } from "~/kernel/api/contract";
import { Problem } from "~/kernel/api/problem";
import { titleText } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { layoutsKey } from "~/kernel/papers/layouts";
import { RecordPicker } from "~/kernel/pickers/RecordPicker";
import { useSettled } from "~/kernel/pickers/useSettled";
import { useRecordPage } from "~/kernel/records/records";
import type { Content } from "./layouts";
import { papersWords } from "./messages";

const A_MOMENT = 600;

interface Props {
  object: BusinessObject;
  content: Content;
  /** Tells what is wrong with the content, by its path. */
  onErrors: (errors: Record<string, string>) => void;
}

/** What the layout makes of a real record, as it will be printed. */
export function Preview({ object, content, onErrors }: Props) {
  const say = useSay(papersWords);
  const language = useLanguage();
  const [picked, setPicked] = useState<Labelled | null>(null);
  const newest = useRecordPage(object.name, {
    fields: [object.titleField],
    sort: [{ field: "updatedAt", descending: true }],
    limit: 1,
    count: "none",
  }).data?.items[0];
  const record =
    picked ??
    (newest ? { id: newest.id, label: titleText(object, newest, language) || `#${newest.id}` } : null);
  const settled = useSettled(content, A_MOMENT);
  const preview = useQuery({
    queryKey: [...layoutsKey, "preview", object.name, record?.id, language, settled],
    queryFn: ({ signal }) =>
      api.ask<{ pages: string[] }>(
        "/paper-layouts/preview",
        { object: object.name, record: record?.id, content: settled },
        signal,
      ),
    enabled: record !== null,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const error = preview.error;
  const faulty = error instanceof Problem && error.errors.length > 0;

  useEffect(() => {
    if (error) onErrors(error instanceof Problem ? error.byField() : {});
    else if (preview.isSuccess && !preview.isPlaceholderData) onErrors({});
  }, [error, preview.isSuccess, preview.isPlaceholderData, onErrors]);

  return (
    <section className="paper-preview" aria-label={say("look")} aria-busy={preview.isFetching}>
      <label htmlFor="paper-preview-record">{say("record")}</label>
      <RecordPicker
        id="paper-preview-record"
        object={object.name}
        value={record ? [record] : []}
        onChange={([chosen]) => setPicked(chosen ?? null)}
      />
      {error && (
        <Alert
          type={faulty ? "warning" : "error"}
          showIcon
          title={faulty ? say("previewFaulty") : say("previewFailed")}
        />
      )}
      {!record && <p className="quiet">{say("noRecord")}</p>}
      {record && preview.isPending && !error && <Skeleton active />}
      <div className="paper-pages" data-old={preview.isFetching || Boolean(error)}>
        {preview.data?.pages.map((page, index) => (
          <img
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is what its number says
            key={index}
            src={`data:image/png;base64,${page}`}
            alt={say("page", { number: index + 1 })}
          />
        ))}
      </div>
    </section>
  );
}
