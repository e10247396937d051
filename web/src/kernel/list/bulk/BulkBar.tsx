import {
  DeleteOutlined,
  EditOutlined,
  ExportOutlined,
  MergeCellsOutlined,
  TagsOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import type { BusinessObject, Command, RecordQuery } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { groupDigits } from "~/kernel/text/decimals";
import { isEditable } from "../grid/columns";
import { listWords } from "../messages";
import { countSelected, EVERYTHING, NOTHING, type Selection, targetOf } from "../selection";
import { BulkDialog } from "./BulkDialog";
import { type BulkTarget, idsFound } from "./bulk";
import "./bulk.css";

const ExportDialog = lazy(() => import("~/kernel/exports/ExportDialog"));
const MergeDialog = lazy(() => import("~/kernel/merging/MergeDialog"));

interface Props {
  object: BusinessObject;
  query: RecordQuery;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  loaded: number;
  /** The fields that the list shows. */
  columns: string[];
  count: { value: number; exact: boolean } | undefined;
}

export type BulkKind = "change" | "owner" | "addTags" | "removeTags" | "delete" | Command;

/** What one may do with the selected records, all of them at once. */
export function BulkBar({ object, query, selection, onSelection, loaded, columns, count }: Props) {
  const say = useSay(listWords);
  const [doing, setDoing] = useState<BulkKind | null>(null);
  const [exporting, setExporting] = useState(false);
  const [merging, setMerging] = useState<number[] | null>(null);
  const merge = mergeOf(object);
  const matching = count?.value ?? loaded;
  const selected = countSelected(selection, matching);
  const moreMatch = selection.kind === "some" && selected >= loaded && matching > loaded;
  const amount = (number: number) =>
    groupDigits(String(number)) + (count && !count.exact && number >= count.value ? "+" : "");
  const owner = fieldOf(object, "owner");
  const tags = object.fields.find(field => field.kind === "tags");

  async function target(): Promise<BulkTarget> {
    if (selection.kind === "all" && query.search) {
      return { ids: await idsFound(object.name, query, object.titleField, selection.except) };
    }
    return targetOf(selection, query.filter ?? null);
  }

  return (
    <div className="bulk-bar" role="toolbar" aria-label={say("selected", { count: selected })}>
      <strong className="number" aria-live="polite">
        {say("selected", { count: amount(selected) })}
      </strong>
      {moreMatch && (
        <Button type="link" size="small" onClick={() => onSelection(EVERYTHING)}>
          {say("selectAllMatching", { count: amount(matching) })}
        </Button>
      )}
      <span className="bulk-acts">
        {object.fields.some(field => isEditable(object, field)) && (
          <Act icon={<EditOutlined aria-hidden />} onClick={() => setDoing("change")}>
            {say("changeFields")}
          </Act>
        )}
        {owner && object.verbs.transfer && (
          <Act icon={<UserSwitchOutlined aria-hidden />} onClick={() => setDoing("owner")}>
            {say("assignOwner")}
          </Act>
        )}
        {tags && isEditable(object, tags) && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: (["addTags", "removeTags"] as const).map(key => ({
                key,
                label: say(key),
                onClick: () => setDoing(key),
              })),
            }}
          >
            <Button size="small" icon={<TagsOutlined aria-hidden />}>
              {tags.label}
            </Button>
          </Dropdown>
        )}
        {object.commands
          .filter(command => command.on === "each")
          .map(command => (
            <Act key={command.name} onClick={() => setDoing(command)}>
              {command.label}
            </Act>
          ))}
        {merge && selection.kind === "some" && selected > 1 && (
          <Act icon={<MergeCellsOutlined aria-hidden />} onClick={() => setMerging([...selection.ids])}>
            {merge.label}
          </Act>
        )}
        {object.verbs.export && (
          <Act icon={<ExportOutlined aria-hidden />} onClick={() => setExporting(true)}>
            {say("exportList")}
          </Act>
        )}
        {object.verbs.delete && (
          <Act danger icon={<DeleteOutlined aria-hidden />} onClick={() => setDoing("delete")}>
            {say("bulkDelete")}
          </Act>
        )}
      </span>
      <Button type="text" size="small" onClick={() => onSelection(NOTHING)}>
        {say("clearSelection")}
      </Button>
      {exporting && (
        <Suspense>
          <ExportDialog
            object={object}
            columns={columns}
            sort={query.sort ?? []}
            selected={selected}
            target={target}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            object={object}
            ids={merging}
            onClose={survivor => {
              setMerging(null);
              if (survivor !== null) onSelection(NOTHING);
            }}
          />
        </Suspense>
      )}
      {doing && (
        <BulkDialog
          object={object}
          kind={doing}
          target={target}
          onClose={done => {
            setDoing(null);
            if (done) onSelection(NOTHING);
          }}
        />
      )}
    </div>
  );
}

function Act(props: { icon?: ReactNode; danger?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Button size="small" icon={props.icon} danger={props.danger} onClick={props.onClick}>
      {props.children}
    </Button>
  );
}
