import {
  ArrowLeftOutlined,
  EditOutlined,
  FullscreenExitOutlined,
  FullscreenOutlined,
  MoreOutlined,
} from "@ant-design/icons";
import { Alert, Button, Dropdown, type MenuProps, Skeleton, Tag } from "antd";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { Problem } from "~/kernel/api/problem";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Link, useAddressState, useGo, usePath } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { KeepDialog } from "../KeepDialog";
import { addressOfKept, type Naming } from "../kept";
import { reportWords } from "../messages";
import { sameAs } from "../question";
import { useSendingEntry } from "../sending/useSendingEntry";
import { AddTile } from "./AddTile";
import { BoardTiles } from "./BoardTiles";
import {
  type Dashboard,
  type DashboardContent,
  nudged,
  type Tile,
  useDashboardKeeping,
  withTile,
} from "./dashboards";
import { FilterBar, FilterChoice } from "./FilterBar";
import { dashboardWords } from "./messages";
import { type Cross, readNarrowing, writeNarrowing } from "./narrowing";
import { TileCard } from "./TileCard";
import { useFullScreen } from "./useFullScreen";

const Arranged = lazy(async () => ({ default: (await import("./Arranged")).Arranged }));

const EMPTY: DashboardContent = { tiles: [], filters: ["period", "person", "department"] };

/** The tiles of a dashboard, what narrows them together, and, while it is changed, their arrangement. */
export function Board({ dashboard }: { dashboard: Dashboard | null }) {
  const say = useSay(dashboardWords);
  const sayReport = useSay(reportWords);
  const sayCommon = useSay(common);
  const narrow = useNarrow();
  const go = useGo();
  const path = usePath();
  const keeping = useDashboardKeeping();
  const { busy, act } = useAct();
  const [address, changeAddress] = useAddressState();
  const kept = useMemo<DashboardContent>(
    () => (dashboard ? { tiles: dashboard.tiles, filters: dashboard.filters } : EMPTY),
    [dashboard],
  );
  const [content, setContent] = useState(kept);
  const [editing, setEditing] = useState(dashboard === null);
  const [naming, setNaming] = useState<"keep" | "rename" | null>(null);
  const sending = useSendingEntry("dashboards", dashboard);
  const [stale, setStale] = useState(false);
  const frame = useRef<HTMLElement>(null);
  const full = useFullScreen();
  const saved = useRef(false);
  const { period, person, department, cross } = address;
  const narrowing = useMemo(
    () => readNarrowing(defined({ period, person, department, cross })),
    [period, person, department, cross],
  );
  const dirty = !sameAs(content, kept);
  const mine = dashboard?.changeable ? dashboard : null;
  const name = dashboard?.name ?? say("unnamed");
  useLeaveGuard(dirty, ({ pathname }) => saved.current || pathname === path);
  useEffect(() => {
    document.title = name;
  }, [name]);

  const setTiles = (tiles: Tile[]) => setContent(now => ({ ...now, tiles }));
  const onCross = (added: Cross) => {
    const others = narrowing.cross.filter(each => each.field !== added.field || each.object !== added.object);
    changeAddress(writeNarrowing({ ...narrowing, cross: [...others, added] }));
  };

  async function save() {
    if (!mine) {
      setNaming("keep");
      return;
    }
    await act(async () => {
      try {
        await keeping.change(mine, content);
        setStale(false);
        setEditing(false);
      } catch (cause) {
        if (!(cause instanceof Problem && cause.isStale())) throw cause;
        setStale(true);
      }
    });
  }

  async function keepAs(chosen: Naming) {
    if (naming === "rename" && mine) {
      await keeping.change(mine, chosen);
      return;
    }
    const made = await keeping.keep(chosen, content);
    saved.current = true;
    go(addressOfKept("dashboards", made.id), { replace: dashboard === null });
  }

  const more: MenuProps["items"] = [
    ...sending.entries,
    ...(dashboard ? [{ key: "copy", label: sayReport("copy"), onClick: () => setNaming("keep") }] : []),
    ...(dirty ? [{ key: "discard", label: sayReport("discard"), onClick: () => setContent(kept) }] : []),
    ...(mine
      ? keeping.menu(
          mine,
          () => setNaming("rename"),
          () => {
            saved.current = true;
          },
        )
      : []),
  ];
  const arranging = editing && !narrow;

  return (
    <section ref={frame} className="report board" data-full={full.on}>
      <header className="report-head">
        {!full.on && (
          <Link href="/dashboards" aria-label={say("back")} className="report-back">
            <ArrowLeftOutlined aria-hidden />
          </Link>
        )}
        <h1>{name}</h1>
        {dirty && (
          <Tag variant="filled" color="orange">
            {sayReport("changed")}
          </Tag>
        )}
        <span className="report-space" />
        {!narrow && (
          <Button
            icon={full.on ? <FullscreenExitOutlined aria-hidden /> : <FullscreenOutlined aria-hidden />}
            aria-label={say(full.on ? "leaveFullScreen" : "fullScreen")}
            title={say(full.on ? "leaveFullScreen" : "fullScreen")}
            onClick={() => full.toggle(frame.current)}
          />
        )}
        {!narrow && !full.on && (
          <Button
            icon={<EditOutlined aria-hidden />}
            aria-pressed={editing}
            onClick={() => setEditing(now => !now)}
          >
            {sayReport(editing ? "done" : "edit")}
          </Button>
        )}
        {dirty && (
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {sayReport(dashboard && !mine ? "copy" : "save")}
          </Button>
        )}
        {more.length > 0 && !full.on && (
          <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: more }}>
            <Button icon={<MoreOutlined aria-hidden />} aria-label={sayCommon("more")} />
          </Dropdown>
        )}
      </header>
      {stale && (
        <Alert
          type="warning"
          showIcon
          title={sayReport("stale")}
          closable={{ onClose: () => setStale(false) }}
        />
      )}
      <div className="report-main">
        {arranging && (
          <div className="board-tools">
            <AddTile
              tiles={content.tiles}
              onAdd={(report, small) => setTiles(withTile(content.tiles, report, small))}
            />
            <FilterChoice
              filters={content.filters}
              onChange={filters => setContent(now => ({ ...now, filters }))}
            />
            <p className="quiet">{say("drag")}</p>
          </div>
        )}
        <FilterBar
          filters={content.filters}
          narrowing={narrowing}
          onNarrow={next => changeAddress(writeNarrowing(next), { replace: true })}
        />
        {content.tiles.length === 0 && !arranging && (
          <EmptyState title={say("empty")} text={say("emptyText")} />
        )}
        {arranging ? (
          <Suspense fallback={<Skeleton active />}>
            <Arranged tiles={content.tiles} onChange={setTiles}>
              {(tile, index) => (
                <TileCard
                  tile={tile}
                  narrowing={narrowing}
                  onCross={onCross}
                  acts={actsOf(tile, next =>
                    setTiles(next ? content.tiles.with(index, next) : content.tiles.toSpliced(index, 1)),
                  )}
                />
              )}
            </Arranged>
          </Suspense>
        ) : (
          <BoardTiles tiles={content.tiles} narrowing={narrowing} onCross={onCross} />
        )}
      </div>
      {sending.dialog}
      {naming && (
        <KeepDialog
          title={sayReport(naming === "rename" ? "rename" : dashboard ? "copy" : "save")}
          initial={
            naming === "rename" && mine
              ? mine
              : {
                  name: dashboard ? sayReport("copyOf", { name: dashboard.name }) : "",
                  folder: dashboard?.folder ?? "",
                  shared: false,
                }
          }
          onSave={keepAs}
          onClose={() => setNaming(null)}
        />
      )}
    </section>
  );

  function actsOf(tile: Tile, change: (next: Tile | null) => void): MenuProps["items"] {
    const step = (
      key: "left" | "right" | "up" | "down" | "wider" | "narrower" | "higher" | "lower",
      by: object,
    ) => ({
      key,
      label: say(key),
      onClick: () => change(nudged(tile, by)),
    });
    return [
      step("left", { x: -1 }),
      step("right", { x: 1 }),
      step("up", { y: -1 }),
      step("down", { y: 1 }),
      step("wider", { w: 1 }),
      step("narrower", { w: -1 }),
      step("higher", { h: 1 }),
      step("lower", { h: -1 }),
      { key: "off", danger: true, label: say("takeOff"), onClick: () => change(null) },
    ];
  }
}

function defined(address: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(address).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
