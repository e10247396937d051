import type { InputRef } from "antd";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { addressOf, useGo } from "~/kernel/navigation/navigation";
import { PageSkeleton } from "~/ui/PageSkeleton";
import { useNarrow } from "~/ui/useNarrow";
import { EmptyList } from "./EmptyList";
import { ListHeader } from "./ListHeader";
import { ListTools } from "./ListTools";
import { TableList } from "./TableList";
import { useArrangement } from "./useArrangement";
import "./list.css";

// Opened from a list, not needed to show it.
const Peek = lazy(async () => ({ default: (await import("~/kernel/record/Peek")).Peek }));
const Board = lazy(async () => ({ default: (await import("./board/Board")).Board }));
const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));

/** All records of an object that one may see, as the chosen view shows them. */
export default function ListPage({ object }: { object: BusinessObject }) {
  const list = useArrangement(object);
  const narrow = useNarrow();
  const go = useGo();
  const searchBox = useRef<InputRef>(null);
  const [creating, setCreating] = useState(false);
  const [frozen, setFrozen] = useFrozen(object.name);
  const title = list.view && !list.view.builtin ? `${list.view.name} · ${object.plural}` : object.plural;
  useEffect(() => {
    document.title = title;
  }, [title]);

  // A shared link may name an open record; on the phone it has a page of its own.
  const { peek } = list;
  useEffect(() => {
    if (narrow && peek !== null) go(addressOf.record(object.name, peek), { replace: true });
  }, [narrow, peek, go, object.name]);

  if (list.pending) return <PageSkeleton />;

  const open = ({ id }: RecordData) => {
    if (narrow) go(addressOf.record(object.name, id));
    else list.setPeek(id);
  };
  const empty = (
    <EmptyList
      object={object}
      narrowed={Boolean(list.arrangement.filter || list.search)}
      onClear={() => {
        list.arrange({ filter: null });
        list.setSearch("");
      }}
      onCreate={() => setCreating(true)}
    />
  );

  return (
    <div className="list-page">
      <section className="list-main">
        <ListHeader object={object} list={list} onCreate={() => setCreating(true)} />
        <ListTools object={object} list={list} searchBox={searchBox} frozen={frozen} onFrozen={setFrozen} />
        {list.arrangement.kind === "board" ? (
          <Suspense fallback={<PageSkeleton />}>
            <Board object={object} list={list} onOpen={open} />
          </Suspense>
        ) : (
          <TableList
            object={object}
            list={list}
            frozen={frozen}
            opened={list.peek}
            onOpen={open}
            onSearchKey={() => searchBox.current?.focus()}
            empty={empty}
          />
        )}
      </section>
      {list.peek !== null && !narrow && (
        <Suspense>
          <Peek object={object} id={list.peek} onGo={list.setPeek} onClose={() => list.setPeek(null)} />
        </Suspense>
      )}
      {creating && (
        <Suspense>
          <CreateDialog
            object={object}
            repeatable
            onClose={() => setCreating(false)}
            onCreated={record => {
              setCreating(false);
              open(record);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

/** Whether the first column stays while one scrolls to the side; a habit of this browser. */
function useFrozen(object: string): [boolean, (frozen: boolean) => void] {
  const key = `hengke.unfrozen.${object}`;
  const [frozen, setFrozen] = useState(() => localStorage.getItem(key) === null);
  return [
    frozen,
    next => {
      setFrozen(next);
      if (next) localStorage.removeItem(key);
      else localStorage.setItem(key, "true");
    },
  ];
}
