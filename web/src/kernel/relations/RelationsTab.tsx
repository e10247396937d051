import { NodeIndexOutlined, PlusOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Button, Segmented, Skeleton } from "antd";
import { lazy, Suspense, useState } from "react";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { mayAdd, refreshRecords } from "~/kernel/records/records";
import { EmptyState } from "~/ui/EmptyState";
import { useNarrow } from "~/ui/useNarrow";
import { connectionsOf } from "./connections";
import { relationWords } from "./messages";
import { TieList } from "./TieList";
import { useNetwork } from "./useNetwork";
import "./relations.css";

const CreateDialog = lazy(() => import("~/kernel/forms/CreateDialog"));
const NetworkGraph = lazy(() => import("./graph/NetworkGraph"));
const PathDialog = lazy(() => import("./PathDialog"));

/** What a record is tied to: as a list, or as a graph where there is room for one. */
export default function RelationsTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(relationWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const catalog = useCatalog();
  const nameOf = useNameOf(object);
  const narrow = useNarrow();
  const [view, setView] = useState<"list" | "graph">("list");
  const [adding, setAdding] = useState<{ object: BusinessObject; field: string } | null>(null);
  const [seeking, setSeeking] = useState(false);
  const network = useNetwork(object.name, record.id, 1);
  const additions = connectionsOf(catalog, object).filter(each => mayAdd(each.object, record));

  return (
    <div className="relations">
      <div className="relations-tools">
        {!narrow && (
          <Segmented<"list" | "graph">
            aria-label={say("view")}
            value={view}
            options={[
              { value: "list", label: say("asList") },
              { value: "graph", label: say("asGraph") },
            ]}
            onChange={setView}
          />
        )}
        {additions.map(addition => (
          <Button
            key={addition.object.name}
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setAdding(addition)}
          >
            {say("add", { name: addition.object.label })}
          </Button>
        ))}
        <Button icon={<NodeIndexOutlined aria-hidden />} onClick={() => setSeeking(true)}>
          {say("findPath")}
        </Button>
      </div>
      {network.error ? (
        <EmptyState title={network.error.message}>
          <Button onClick={() => void network.refetch()}>{sayCommon("retry")}</Button>
        </EmptyState>
      ) : !network.data ? (
        <Skeleton active paragraph={{ rows: 5 }} />
      ) : view === "graph" && !narrow ? (
        <Suspense fallback={<Skeleton active paragraph={{ rows: 8 }} />}>
          <NetworkGraph object={object} record={record} onSeek={() => setSeeking(true)} />
        </Suspense>
      ) : (
        <TieList object={object} record={record} network={network.data} />
      )}
      {adding && (
        <Suspense>
          <CreateDialog
            object={adding.object}
            initial={{ [adding.field]: { id: record.id, label: nameOf(record) } }}
            repeatable
            onClose={() => setAdding(null)}
            onCreated={() => {
              setAdding(null);
              void refreshRecords(queries);
            }}
          />
        </Suspense>
      )}
      {seeking && (
        <Suspense>
          <PathDialog object={object} record={record} onClose={() => setSeeking(false)} />
        </Suspense>
      )}
    </div>
  );
}
