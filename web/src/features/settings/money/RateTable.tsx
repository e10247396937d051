import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import { useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import { useSay } from "~/kernel/i18n/language";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { BringDialog } from "./BringDialog";
import { rateWords } from "./messages";
import { RateDialog } from "./RateDialog";
import { type Rate, refreshRates, useRates } from "./rates";

interface Props {
  base: string;
  currency: string;
  /** The first day of the rate that holds today. */
  inForce: string | null;
}

/** The dated rates of one currency, to enter, correct and take out. */
export function RateTable({ base, currency, inForce }: Props) {
  const say = useSay(rateWords);
  const queries = useQueryClient();
  const { modal } = App.useApp();
  const { act } = useAct();
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useRates(currency);
  const [editing, setEditing] = useState<Rate | "new" | null>(null);
  const [bringing, setBringing] = useState(false);
  const rates = data?.pages.flatMap(page => page.items) ?? [];
  const version = data?.pages[0]?.version ?? 0;
  const refresh = () => refreshRates(queries);

  async function remove(rate: Rate) {
    const sure = await modal.confirm({
      title: say("removeTitle", { currency, from: rate.from }),
      content: say("removeText"),
      okText: say("remove"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`/settings/rates/${currency}/${rate.from}?version=${version}`, {
        said: say("removed"),
      });
    });
    await refresh();
  }

  const columns: DataColumn<Rate>[] = [
    {
      key: "from",
      title: say("from"),
      lead: true,
      cell: rate => (
        <>
          <span className="number">{rate.from}</span>{" "}
          {rate.from === inForce && <Tag color="success">{say("inForce")}</Tag>}
        </>
      ),
    },
    { key: "rate", title: say("rate"), numeric: true, cell: rate => rate.rate },
    {
      key: "by",
      title: say("enteredBy"),
      cell: rate => (
        <span className="quiet">
          {rate.by.label} {wallTime(rate.at)}
        </span>
      ),
    },
    {
      key: "actions",
      title: <span className="sr-only">{say("correct")}</span>,
      cell: rate => (
        <>
          <Button
            type="link"
            size="small"
            aria-label={`${say("correct")} ${rate.from}`}
            onClick={() => setEditing(rate)}
          >
            {say("correct")}
          </Button>
          <Button
            type="link"
            size="small"
            danger
            aria-label={`${say("remove")} ${rate.from}`}
            onClick={() => void remove(rate)}
          >
            {say("remove")}
          </Button>
        </>
      ),
    },
  ];
  return (
    <>
      <div className="settings-line">
        <span className="quiet">{say("rateIs", { currency, base })}</span>
        <span className="rates-acts">
          <Button onClick={() => setBringing(true)}>{say("bring")}</Button>
          <Button type="primary" onClick={() => setEditing("new")}>
            {say("enter")}
          </Button>
        </span>
      </div>
      {data && (
        <DataTable
          label={`${say("rates")} ${currency}`}
          columns={columns}
          rows={rates}
          rowKey={rate => rate.from}
          empty={<p className="quiet">{say("noRates", { currency })}</p>}
        />
      )}
      {hasNextPage && (
        <Button type="link" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say("earlier")}
        </Button>
      )}
      {editing && (
        <RateDialog
          base={base}
          currency={currency}
          rate={editing === "new" ? null : editing}
          version={version}
          onSaved={refresh}
          onClose={() => setEditing(null)}
        />
      )}
      {bringing && <BringDialog base={base} onSaved={refresh} onClose={() => setBringing(false)} />}
    </>
  );
}
