import {
  AppstoreOutlined,
  FilterOutlined,
  LinkOutlined,
  MergeCellsOutlined,
  MoreOutlined,
  ReloadOutlined,
  RestOutlined,
  TableOutlined,
} from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Dropdown, type InputRef, Popover, Segmented, Select } from "antd";
import { type RefObject, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { refreshRecords } from "~/kernel/records/records";
import { SearchBox } from "~/ui/SearchBox";
import { useNarrow } from "~/ui/useNarrow";
import { boardFields } from "./board/board";
import { ColumnChooser } from "./ColumnChooser";
import { ExportList } from "./ExportList";
import { FilterBuilder } from "./filter/FilterBuilder";
import { countConditions } from "./filter/filterTree";
import { QuickFilters } from "./filter/QuickFilters";
import { listWords } from "./messages";
import type { ArrangedList } from "./useArrangement";
import { ViewChanges } from "./views/ViewTabs";

interface Props {
  object: BusinessObject;
  list: ArrangedList;
  searchBox: RefObject<InputRef | null>;
  frozen: boolean;
  onFrozen: (frozen: boolean) => void;
}

/** Search, filters, and how the list is shown. */
export function ListTools({ object, list, searchBox, frozen, onFrozen }: Props) {
  const say = useSay(listWords);
  const narrow = useNarrow();
  const { arrangement, arrange } = list;
  const quick = (
    <QuickFilters object={object} filter={arrangement.filter} onChange={filter => arrange({ filter })} />
  );
  return (
    <div className="list-tools">
      <SearchBox
        ref={searchBox}
        className="list-search"
        label={say("searchIn", { name: object.plural })}
        value={list.search}
        onChange={list.setSearch}
        onLeave={() => document.querySelector<HTMLElement>('.grid [data-cell][tabindex="0"]')?.focus()}
      />
      {!narrow && quick}
      <FilterButton object={object} list={list} quick={narrow ? quick : null} />
      <span className="list-space" />
      {!narrow && <ViewChanges object={object} list={list} />}
      {!narrow && arrangement.kind === "table" && (
        <ColumnChooser
          object={object}
          columns={arrangement.columns}
          frozen={frozen}
          onFrozen={onFrozen}
          onChange={columns => arrange({ columns })}
        />
      )}
      <KindSwitch object={object} list={list} />
      {narrow && <ExportList object={object} list={list} />}
      <MoreMenu object={object} />
    </div>
  );
}

function FilterButton({
  object,
  list,
  quick,
}: {
  object: BusinessObject;
  list: ArrangedList;
  quick: React.ReactNode;
}) {
  const say = useSay(listWords);
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const { filter } = list.arrangement;
  const count = countConditions(filter);
  const button = (
    <Button
      icon={<FilterOutlined aria-hidden />}
      aria-expanded={open}
      aria-label={count ? say("filterCount", { count }) : say("filter")}
      onClick={narrow ? () => setOpen(true) : undefined}
    >
      {narrow ? count || null : count ? say("filterCount", { count }) : say("filter")}
    </Button>
  );
  const builder = (
    <FilterBuilder object={object} filter={filter} onChange={next => list.arrange({ filter: next })} />
  );
  if (narrow) {
    return (
      <>
        {button}
        <Drawer
          open={open}
          placement="bottom"
          size="85dvh"
          title={say("filter")}
          onClose={() => setOpen(false)}
          destroyOnHidden
        >
          <div className="filter-drawer-quick">{quick}</div>
          {builder}
        </Drawer>
      </>
    );
  }
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      destroyOnHidden
      content={<div className="filter-panel">{builder}</div>}
    >
      {button}
    </Popover>
  );
}

function KindSwitch({ object, list }: { object: BusinessObject; list: ArrangedList }) {
  const say = useSay(listWords);
  const { arrangement, arrange } = list;
  const fields = boardFields(object);
  const [first] = fields;
  if (!first) return null;
  const grouped = fields.find(field => field.name === arrangement.groupBy) ?? first;
  return (
    <>
      {arrangement.kind === "board" && fields.length > 1 && (
        <Select
          aria-label={say("groupBy")}
          value={grouped.name}
          popupMatchSelectWidth={false}
          options={fields.map(field => ({ value: field.name, label: field.label }))}
          onChange={groupBy => arrange({ groupBy })}
        />
      )}
      <Segmented<"table" | "board">
        aria-label={say("showAs")}
        value={arrangement.kind}
        options={[
          { value: "table", icon: <TableOutlined aria-hidden />, title: say("table") },
          { value: "board", icon: <AppstoreOutlined aria-hidden />, title: say("board") },
        ]}
        onChange={kind => arrange({ kind, groupBy: kind === "board" ? grouped.name : arrangement.groupBy })}
      />
    </>
  );
}

function MoreMenu({ object }: { object: BusinessObject }) {
  const say = useSay(listWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const { message } = App.useApp();
  const go = useGo();

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.href);
    void message.success(sayCommon("copied"));
  }

  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: "refresh",
            icon: <ReloadOutlined aria-hidden />,
            label: say("refresh"),
            onClick: () => void refreshRecords(queries),
          },
          {
            key: "link",
            icon: <LinkOutlined aria-hidden />,
            label: say("copyLink"),
            onClick: () => void copyLink(),
          },
          ...(mergeOf(object)
            ? [
                {
                  key: "duplicates",
                  icon: <MergeCellsOutlined aria-hidden />,
                  label: say("duplicates"),
                  onClick: () => go(addressOf.duplicates(object.name)),
                },
              ]
            : []),
          ...(object.verbs.delete
            ? [
                {
                  key: "recycle",
                  icon: <RestOutlined aria-hidden />,
                  label: say("recycleBin"),
                  onClick: () => go(addressOf.recycle(object.name)),
                },
              ]
            : []),
        ],
      }}
    >
      <Button icon={<MoreOutlined aria-hidden />} aria-label={sayCommon("more")} />
    </Dropdown>
  );
}
