import { useQuery } from "@tanstack/react-query";
import { Alert, Checkbox, Segmented, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, Forecast } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { SpanPicker, unitOf } from "~/kernel/targets/SpanPicker";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { BackTest } from "./BackTest";
import { ForecastTable } from "./ForecastTable";
import { isOf, says, tops, totalsOf, within } from "./forecast";
import { forecastWords } from "./messages";
import { Summary } from "./Summary";
import { Whose } from "./Whose";
import "./forecast.css";

/** What everybody whom one sees will have won by the end of a month, quarter or year. */
export default function ForecastPage() {
  const say = useSay(forecastWords);
  const object = useCatalog()
    .listed()
    .find(each => each.capabilities.includes("pipelined"));
  return (
    <Page title={say("title")} text={say("text")}>
      {object ? <Shown object={object} /> : <EmptyState title={say("none")} text={say("noneText")} />}
    </Page>
  );
}

function Shown({ object }: { object: BusinessObject }) {
  const me = useSession().user.id;
  const say = useSay(forecastWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const unit = unitOf(address.span, "quarter");
  const { data, error } = useQuery({
    queryKey: ["forecast", object.name, unit, address.on ?? ""],
    queryFn: ({ signal }) =>
      api.get<Forecast>(
        `/forecasts/${object.name}?span=${unit}${address.on ? `&on=${address.on}` : ""}`,
        signal,
      ),
    placeholderData: before => (before?.span.unit === unit ? before : undefined),
    retry: false,
  });
  if (error) {
    const unreadable = (error as { status?: number }).status === 404;
    return unreadable ? (
      <EmptyState title={say("none")} text={say("noneText")} />
    ) : (
      <Alert type="error" showIcon title={refusalText(error)} />
    );
  }
  const lines = within(data?.lines ?? [], address.of ? Number(address.of) : null);
  const tabs = (
    <Segmented
      aria-label={say("title")}
      value={address.tab ?? ""}
      options={[
        { value: "", label: say("now") },
        { value: "backtest", label: say("backTest") },
      ]}
      onChange={tab => change({ tab: tab || null })}
      style={{ alignSelf: "start" }}
    />
  );
  if (address.tab === "backtest") {
    return (
      <>
        {tabs}
        <BackTest object={object} lines={data?.lines ?? []} />
      </>
    );
  }
  return (
    <>
      {tabs}
      <div className="forecast-tools">
        <SpanPicker
          unit={unit}
          from={data?.span.from}
          firstMonth={data?.firstMonth ?? 1}
          elsewhere={address.on !== undefined}
          onChange={change}
        />
        <Whose
          lines={data?.lines ?? []}
          of={address.of}
          onChange={of => change({ of })}
          label={say("whose")}
        />
        {(data?.lines.length ?? 0) > 1 && (
          <Checkbox
            checked={address.all === undefined}
            onChange={event => change({ all: event.target.checked ? null : "1" })}
          >
            {say("onlyWith")}
          </Checkbox>
        )}
      </div>
      {!data && <Skeleton active />}
      {data && (
        <>
          <Summary measure={data.measure} totals={totalsOf(tops(lines))} />
          {!data.learnt && <p className="quiet">{say("noModel")}</p>}
          <ForecastTable
            forecast={data}
            lines={address.all === undefined ? lines.filter(line => says(line) || isOf(line, me)) : lines}
          />
        </>
      )}
    </>
  );
}
