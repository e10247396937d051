import { PlusOutlined } from "@ant-design/icons";
import { Button, Skeleton, Tag } from "antd";
import type { Pool } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { groupDigits } from "~/kernel/text/decimals";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { poolsWords } from "./messages";
import { usePools } from "./pools";

/** The pools of the company and how they stand. */
export default function PoolsPage() {
  const say = useSay(poolsWords);
  const { administrator } = useSession().user;
  if (!administrator) return <EmptyState title={say("administratorsOnly")} />;
  return <Pools />;
}

function Pools() {
  const say = useSay(poolsWords);
  const go = useGo();
  const catalog = useCatalog();
  const pools = usePools();
  const count = (of: (pool: Pool) => number) => (pool: Pool) => groupDigits(String(of(pool)));
  const columns: DataColumn<Pool>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: pool => (
        <>
          <Link href={`/settings/pools/${pool.id}`}>{pool.name}</Link>{" "}
          {pool.standard && <Tag variant="filled">{say("standardPool")}</Tag>}
        </>
      ),
    },
    { key: "object", title: say("object"), cell: pool => catalog.find(pool.object)?.label ?? pool.object },
    {
      key: "kind",
      title: say("kind"),
      cell: pool => say(pool.assignedOnly ? "assignKind" : "claimKind"),
    },
    { key: "free", title: say("free"), numeric: true, cell: count(pool => pool.numbers.free) },
    { key: "held", title: say("held"), numeric: true, cell: count(pool => pool.numbers.held) },
    { key: "returning", title: say("returning"), numeric: true, cell: count(pool => pool.numbers.returning) },
  ];
  return (
    <Page
      title={say("pools")}
      text={say("poolsText")}
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => go("/settings/pools/new")}>
          {say("add")}
        </Button>
      }
    >
      {pools.isPending ? (
        <Skeleton active />
      ) : (
        <DataTable
          label={say("pools")}
          columns={columns}
          rows={pools.data?.items ?? []}
          rowKey={pool => pool.id}
          empty={<EmptyState title={say("none")} text={say("noneText")} />}
        />
      )}
    </Page>
  );
}
