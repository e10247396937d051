import { MoreOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown, Input, Segmented, Skeleton, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Tag as TagItem } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { refreshRecords } from "~/kernel/records/records";
import { tagKeys, useTags } from "~/kernel/tags/tags";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { MergeDialog } from "./MergeDialog";
import { tagWords } from "./messages";
import { TagDialog } from "./TagDialog";
import "./tags.css";

/** The tag library of each object that carries tags. */
export default function TagsPage() {
  const say = useSay(tagWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const objects = useCatalog()
    .listed()
    .filter(object => object.capabilities.includes("tagged"));
  const [address, change] = useAddressState();
  const object = objects.find(({ name }) => name === address.object) ?? objects[0];
  const tags = useTags(object?.name);
  const [words, setWords] = useState("");
  const [editing, setEditing] = useState<TagItem | "new" | null>(null);
  const [merging, setMerging] = useState<TagItem | null>(null);
  if (tags.isError && !tags.data) throw tags.error;
  const all = tags.data?.items ?? [];
  const found = sorted(all.filter(tag => `${tag.group ?? ""} ${tag.name}`.includes(words.trim())));

  async function refresh() {
    await Promise.all([
      queries.invalidateQueries({ queryKey: tagKeys.object(object?.name ?? "") }),
      refreshRecords(queries),
    ]);
  }

  async function remove(tag: TagItem) {
    const sure = await modal.confirm({
      title: say("deleteTitle", { name: tag.name }),
      content: say("deleteText", { count: tag.uses }),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/tags/${tag.id}`, { said: say("deleted", { name: tag.name }) });
      await refresh();
    });
  }

  const columns: DataColumn<TagItem>[] = [
    {
      key: "tag",
      title: say("tag"),
      lead: true,
      cell: tag => (
        <button type="button" className="tag-name" onClick={() => setEditing(tag)}>
          <Tag color={tag.color ?? undefined} variant="filled">
            {tag.name}
          </Tag>
        </button>
      ),
    },
    { key: "group", title: say("group"), cell: tag => tag.group },
    { key: "uses", title: say("uses"), numeric: true, cell: tag => tag.uses.toLocaleString() },
    {
      key: "actions",
      title: <span className="sr-only">{sayCommon("more")}</span>,
      lead: true,
      width: 48,
      cell: tag => (
        <Dropdown
          trigger={["click"]}
          placement="bottomRight"
          menu={{
            items: [
              { key: "edit", label: sayCommon("edit"), onClick: () => setEditing(tag) },
              {
                key: "merge",
                label: say("mergeInto"),
                disabled: all.length < 2,
                onClick: () => setMerging(tag),
              },
              { key: "delete", label: sayCommon("delete"), danger: true, onClick: () => remove(tag) },
            ],
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<MoreOutlined />}
            aria-label={say("tagActions", { name: tag.name })}
          />
        </Dropdown>
      ),
    },
  ];

  return (
    <Page
      title={say("tags")}
      text={say("tagsText")}
      actions={
        <Button
          type="primary"
          icon={<PlusOutlined />}
          disabled={!tags.data?.mayCreate}
          onClick={() => setEditing("new")}
        >
          {say("addTag")}
        </Button>
      }
    >
      <div className="tags-bar">
        <Segmented
          aria-label={say("object")}
          value={object?.name}
          options={objects.map(({ name, label }) => ({ value: name, label }))}
          onChange={name => change({ object: name })}
        />
        <Input
          prefix={<SearchOutlined />}
          allowClear
          value={words}
          placeholder={say("find")}
          aria-label={say("find")}
          onChange={event => setWords(event.target.value)}
        />
      </div>
      {tags.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("tags")}
          columns={columns}
          rows={found}
          rowKey={tag => tag.id}
          empty={
            all.length > 0 ? (
              <EmptyState title={say("noSuchTag")} />
            ) : (
              <EmptyState title={say("none")} text={say("noneText")} />
            )
          }
        />
      )}
      {editing && object && (
        <TagDialog
          object={object.name}
          tag={editing === "new" ? null : editing}
          groups={[...new Set(all.flatMap(tag => (tag.group ? [tag.group] : [])))]}
          onSaved={refresh}
          onClose={() => setEditing(null)}
        />
      )}
      {merging && (
        <MergeDialog
          tag={merging}
          others={sorted(all.filter(tag => tag.id !== merging.id))}
          onMerged={refresh}
          onClose={() => setMerging(null)}
        />
      )}
    </Page>
  );
}

function sorted(tags: TagItem[]): TagItem[] {
  return tags.toSorted(
    (one, other) =>
      (one.group ?? "").localeCompare(other.group ?? "", "zh-CN") ||
      one.name.localeCompare(other.name, "zh-CN"),
  );
}
