import { useQuery } from "@tanstack/react-query";
import { Alert } from "antd";
import { api } from "~/kernel/api/api";
import type { Duplicate, Page } from "~/kernel/api/contract";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useSettled } from "~/kernel/pickers/useSettled";
import { formWords } from "./messages";
import type { RecordForm } from "./useRecordForm";

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
  return (
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
                </>
              )}
            </li>
          ))}
        </ul>
      }
    />
  );
}
