import { useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "~/kernel/api/api";
import type { Duplicate, Page } from "~/kernel/api/contract";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { addressOf, Link, useGo } from "~/kernel/navigation/navigation";
import { useSettled } from "~/kernel/pickers/useSettled";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";

const MergeDialog = lazy(() => import("~/kernel/merging/MergeDialog"));

/** While typing: records that may be the same, with a way to them. */
export function DuplicateHints({ form }: { form: RecordForm }) {
  const say = useSay(formWords);
  const { object, record, draft } = form;
  const told = Object.fromEntries(
    object.fields
      .filter(field => field.identifying && field.right === "edit")
      .map(field => [field.name, draft[field.name]] as const)
      .filter(
        ([name, value]) => typeof value === "string" && value.trim().length > 1 && value !== record?.[name],
      ),
  );
  const go = useGo();
  const [merging, setMerging] = useState<number[] | null>(null);
  const text = useSettled(JSON.stringify(told), 400);
  const { data } = useQuery({
    queryKey: ["duplicates", object.name, record?.id, text],
    queryFn: ({ signal }) =>
      api.ask<Page<Duplicate>>(
        `/records/${object.name}/duplicates`,
        { ...(record ? { id: record.id } : {}), ...toWire(object, JSON.parse(text)) },
        signal,
      ),
    enabled: text !== "{}",
    retry: false,
  });
  const found = text === "{}" ? [] : (data?.items ?? []);
  if (found.length === 0) return null;
  const hints = (
    <Alert
      type="warning"
      showIcon
      className="duplicate-hints"
      title={say("duplicates")}
      description={
        <ul>
          {found.slice(0, 5).map(duplicate => (
            <li key={duplicate.id ?? duplicate.message}>
              {duplicate.id === null ? (
                duplicate.message
              ) : (
                <>
                  <Link href={addressOf.record(object.name, duplicate.id)} target="_blank">
                    {duplicate.label}
                  </Link>{" "}
                  <span className="quiet">{duplicate.message}</span>
                  {record && mergeOf(object) && (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => duplicate.id !== null && setMerging([record.id, duplicate.id])}
                    >
                      {say("mergeWith")}
                    </Button>
                  )}
                </>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
  return (
    <>
      {hints}
      {merging && (
        <Suspense>
          <MergeDialog
            object={object}
            ids={merging}
            onClose={survivor => {
              setMerging(null);
              if (survivor !== null) go(addressOf.record(object.name, survivor));
            }}
          />
        </Suspense>
      )}
    </>
  );
}
