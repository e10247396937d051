import { PlusOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import type { Filter, Labelled } from "~/kernel/api/contract";
import { useObject } from "~/kernel/catalog/catalog";
import { titleText } from "~/kernel/catalog/nameOf";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { useRecordPage } from "~/kernel/records/records";
import { pickerWords } from "./messages";
import { frame, opensAtOnce, type PickerProps } from "./picker";
import { useSettled } from "./useSettled";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

interface Props extends PickerProps {
  object: string;
  value: Labelled[];
  onChange: (records: Labelled[]) => void;
  several?: boolean;
  /** Only records that meet this are offered. */
  filter?: Filter;
}

/** Records of one object, found as the search finds them, or made on the spot. */
export function RecordPicker({ object: name, value, onChange, several, filter, ...rest }: Props) {
  const say = useSay(pickerWords);
  const language = useLanguage();
  const object = useObject(name);
  const [words, setWords] = useState("");
  const [open, setOpen] = useState(opensAtOnce(rest));
  const [creating, setCreating] = useState<string | null>(null);
  const settled = useSettled(words);
  const title = object?.titleField ?? "name";
  const found = useRecordPage(
    name,
    {
      ...(settled ? { search: settled } : {}),
      ...(filter ? { filter } : {}),
      fields: [title],
      limit: 20,
      count: "none",
    },
    { enabled: open && Boolean(object) },
  );
  const held = value.map(record => ({ value: record.id, label: record.label ?? say("notVisible") }));
  const options = (found.data?.items ?? []).map(record => ({
    value: record.id,
    label: (object && titleText(object, record, language)) || `#${record.id}`,
  }));
  const mayCreate = object?.verbs.create;

  return (
    <>
      <Select
        {...frame(rest)}
        mode={several ? "multiple" : undefined}
        labelInValue
        value={(several ? held : held[0]) as unknown as { value: number; label: string }}
        options={options}
        loading={found.isFetching}
        allowClear={!rest.required}
        popupMatchSelectWidth={false}
        notFoundContent={found.isPending ? say("searching") : say("nothingFound")}
        showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
        open={open}
        onOpenChange={setOpen}
        popupRender={menu => (
          <>
            {menu}
            {mayCreate && (
              <Button
                type="text"
                block
                icon={<PlusOutlined />}
                style={{ justifyContent: "flex-start" }}
                onMouseDown={event => event.preventDefault()}
                onClick={() => {
                  setOpen(false);
                  setCreating(words.trim());
                }}
              >
                {words.trim()
                  ? say("createNamed", { object: object.label, name: words.trim() })
                  : say("createOne", { object: object.label })}
              </Button>
            )}
          </>
        )}
        onChange={(next: unknown) => {
          setWords("");
          onChange(picked(next));
        }}
      />
      {creating !== null && object && (
        <Suspense>
          <CreateDialog
            object={object}
            initial={creating ? { [title]: creating } : {}}
            onClose={() => setCreating(null)}
            onCreated={record => {
              const made = { id: record.id, label: String(record[title] ?? "") };
              onChange(several ? [...value, made] : [made]);
              setCreating(null);
              setWords("");
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function picked(next: unknown): Labelled[] {
  const chosen = Array.isArray(next) ? next : next ? [next] : [];
  return (chosen as { value: number; label?: unknown }[]).map(({ value, label }) => ({
    id: value,
    label: String(label ?? ""),
  }));
}
