import { useQuery } from "@tanstack/react-query";
import { Select, Skeleton } from "antd";
import { api } from "~/kernel/api/api";
import type { Trend, TrendGrowth } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link, useAddressState, writeQuery } from "~/kernel/navigation/navigation";
import { exactText } from "~/kernel/targets/Figure";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Panel } from "~/ui/Page";
import { trendWords } from "./messages";

type Grown = TrendGrowth["groups"][number];

/** Which groups made a measure grow or shrink; each opens its records. */
export function Growth({ trend }: { trend: Trend }) {
  const say = useSay(trendWords);
  const [address, change] = useAddressState();
  const by = trend.dimensions.find(({ field }) => field === address.by) ?? trend.dimensions[0];
  const { data } = useQuery({
    queryKey: ["trend", trend.measure.key, "growth", by?.field],
    queryFn: ({ signal }) =>
      api.get<TrendGrowth>(
        `/trends/${trend.measure.key}/growth?by=${encodeURIComponent(by?.field ?? "")}`,
        signal,
      ),
    enabled: by !== undefined,
  });
  if (!by) return null;
  const text = (value: number) => exactText(trend.measure, value.toFixed(2));
  const signed = (value: number) => `${value > 0 ? "+" : value < 0 ? "−" : ""}${text(Math.abs(value))}`;
  const columns: DataColumn<Grown>[] = [
    { key: "group", title: say("group"), lead: true, cell: group => group.label },
    {
      key: "now",
      title: say("now"),
      numeric: true,
      cell: group =>
        group.filter && data ? (
          <Link href={addressOf.list(data.object) + writeQuery({ filter: JSON.stringify(group.filter) })}>
            {text(group.now)}
          </Link>
        ) : (
          text(group.now)
        ),
    },
    { key: "before", title: say("before"), numeric: true, cell: group => text(group.before) },
    {
      key: "change",
      title: say("change"),
      numeric: true,
      cell: group => <strong>{signed(group.now - group.before)}</strong>,
    },
  ];
  return (
    <Panel
      title={say("growth")}
      extra={
        <Select
          aria-label={say("dimension")}
          value={by.field}
          options={trend.dimensions.map(({ field, label }) => ({ value: field, label }))}
          onChange={field => change({ by: field })}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          style={{ minWidth: 152 }}
        />
      }
    >
      <p className="quiet">{say("growthText")}</p>
      {!data && <Skeleton active />}
      {data && (
        <>
          <p>
            {say("total")} {text(data.now)} <strong>{signed(data.now - data.before)}</strong>
          </p>
          <DataTable
            label={say("growth")}
            columns={columns}
            rows={data.groups}
            rowKey={group => group.label}
            empty={<EmptyState title={say("noGrowth")} />}
          />
        </>
      )}
    </Panel>
  );
}
