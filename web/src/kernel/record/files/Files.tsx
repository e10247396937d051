import { useQueryClient } from "@tanstack/react-query";
import { AutoComplete, Select, Skeleton } from "antd";
import { useId, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData, StoredFile } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { FileDrop } from "~/kernel/fields/files/FileDrop";
import { toWire } from "~/kernel/fields/registry";
import { useSay } from "~/kernel/i18n/language";
import { createRecord, mayAdd, refreshRecords, useRecordPage } from "~/kernel/records/records";
import { EmptyState } from "~/ui/EmptyState";
import { recordWords } from "../messages";
import { ATTACHMENT, childrenOf } from "../related/relations";
import { AttachedFile } from "./AttachedFile";
import { categoriesOf, revised } from "./revisions";
import "./files.css";

/** The files that hang on a record. */
export function Files({ object, record }: { object: BusinessObject; record: RecordData }) {
  const definition = useCatalog().find(ATTACHMENT);
  return definition ? <Attachments definition={definition} object={object} record={record} /> : null;
}

interface Props {
  definition: BusinessObject;
  object: BusinessObject;
  record: RecordData;
}

function Attachments({ definition, object, record }: Props) {
  const say = useSay(recordWords);
  const queries = useQueryClient();
  const id = useId();
  const { act } = useAct();
  const usual = fieldOf(definition, "category")?.default;
  const [category, setCategory] = useState(typeof usual === "string" ? usual : "");
  const [shownCategory, setShownCategory] = useState("");
  const answer = useRecordPage(definition.name, {
    filter: childrenOf(definition, "about", { object: object.name, id: record.id }),
    sort: [{ field: "createdAt", descending: true }],
    limit: 500,
    may: true,
    count: "none",
  });
  const items = answer.data?.items ?? [];
  const categories = categoriesOf(items);
  const files = revised(items.filter(item => !shownCategory || item.category === shownCategory));

  /** The same name in the same category becomes the next revision; the server counts. */
  const attach = (stored: StoredFile[], into: string) =>
    act(async () => {
      for (const file of stored) {
        const draft = {
          about: { object: object.name, id: record.id },
          file: [file],
          ...(into ? { category: into } : {}),
        };
        await createRecord(definition.name, toWire(definition, draft), {
          said: say("uploaded", { name: file.name }),
        });
      }
      await refreshRecords(queries);
    });

  return (
    <div className="files">
      {mayAdd(definition, record) && (
        <div className="files-add">
          <label htmlFor={`${id}-category`}>{say("category")}</label>
          <AutoComplete
            id={`${id}-category`}
            value={category}
            options={categories.map(value => ({ value }))}
            onChange={setCategory}
          />
          <FileDrop id={id} onUploaded={stored => void (stored.length && attach(stored, category.trim()))} />
        </div>
      )}
      {categories.length > 1 && (
        <Select
          aria-label={say("category")}
          value={shownCategory}
          className="files-filter"
          options={[
            { value: "", label: say("anyCategory") },
            ...categories.map(value => ({ value, label: value })),
          ]}
          onChange={setShownCategory}
        />
      )}
      {answer.isPending && <Skeleton active paragraph={{ rows: 3 }} title={false} />}
      {answer.isError && <EmptyState title={answer.error.message} />}
      {answer.data && items.length === 0 && <EmptyState title={say("noFiles")} text={say("noFilesNext")} />}
      <ul>
        {files.map(file => (
          <AttachedFile
            key={file.newest.id}
            definition={definition}
            file={file}
            onRevise={stored => attach([stored], String(file.newest.category ?? ""))}
          />
        ))}
      </ul>
    </div>
  );
}
