import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Tag } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "~/kernel/api/api";
import type { Duplicate, Page } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { addressOf, Link, useGo } from "~/kernel/navigation/navigation";
import { useSettled } from "~/kernel/pickers/useSettled";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";

const MergeDialog = lazy(() => import("~/kernel/merging/MergeDialog"));

const SHOWN = 6;

/** While typing: records that may be the same, with a way to them; also those of other kinds with the same number. */
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
  // a customer's number on its own contact is no duplicate
  const references = Object.fromEntries(
    object.fields
      .filter(field => field.kind === "reference" && draft[field.name])
      .map(field => [field.name, draft[field.name]] as const),
  );
  const catalog = useCatalog();
  const go = useGo();
  const [merging, setMerging] = useState<number[] | null>(null);
  const asked = Object.keys(told).length > 0 ? { ...references, ...told } : {};
  const text = useSettled(JSON.stringify(asked), 400);
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
          {found.slice(0, SHOWN).map(duplicate => (
            <li key={`${duplicate.object}${duplicate.id ?? duplicate.message}`}>
              {duplicate.object !== object.name && duplicate.id !== null && (
                <Tag>{catalog.labelOf(duplicate.object)}</Tag>
              )}
              {duplicate.id === null ? (
                duplicate.message
              ) : (
                <>
                  <Link href={addressOf.record(duplicate.object, duplicate.id)} target="_blank">
                    {duplicate.label ?? catalog.labelOf(duplicate.object)}
                  </Link>{" "}
                  <span className="quiet">
                    {duplicate.within !== null && `${duplicate.within} · `}
                    {duplicate.message}
                  </span>
                  {record && duplicate.object === object.name && mergeOf(object) && (
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
