import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Select, Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { TargetCompletion, TargetMeasures } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState, useGo } from "~/kernel/navigation/navigation";
import { targetWords } from "~/kernel/targets/messages";
import { SpanPicker, unitOf } from "~/kernel/targets/SpanPicker";
import { targetKeys } from "~/kernel/targets/targets";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { CompletionTable } from "./CompletionTable";
import { targetsWords } from "./messages";
import { useMeasures } from "./useMeasures";
import "./targets.css";

/** What everybody one sees has achieved of their targets in a month, quarter or year. */
export default function CompletionPage() {
  const say = useSay(targetsWords);
  const go = useGo();
  const { data } = useMeasures();
  return (
    <Page
      title={say("completion")}
      text={say("completionText")}
      actions={data?.edits && <Button onClick={() => go("/set-targets")}>{say("set")}</Button>}
    >
      {!data && <Skeleton active />}
      {data?.items.length === 0 && <EmptyState title={say("none")} text={say("noneText")} />}
      {data && data.items.length > 0 && <Completion measures={data} />}
    </Page>
  );
}

function Completion({ measures }: { measures: TargetMeasures }) {
  const say = useSay(targetsWords);
  const sayTarget = useSay(targetWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const measure = measures.items.find(({ key }) => key === address.measure) ?? measures.items[0];
  const unit = unitOf(address.span, "month");
  const key = measure?.key ?? "";
  const { data, error } = useQuery({
    queryKey: targetKeys.completion(key, unit, address.on),
    queryFn: ({ signal }) =>
      api.get<TargetCompletion>(
        `/targets/${key}/completion?span=${unit}${address.on ? `&on=${address.on}` : ""}`,
        signal,
      ),
    placeholderData: before =>
      before?.measure.key === key && before.span.unit === unit ? before : undefined,
    retry: false,
  });
  const pace = data?.span.pace;
  return (
    <>
      <div className="targets-tools">
        <Select
          aria-label={say("measure")}
          value={key}
          options={measures.items.map(each => ({ value: each.key, label: each.label }))}
          onChange={next => change({ measure: next })}
          style={{ minWidth: 152 }}
        />
        <SpanPicker
          unit={unit}
          from={data?.span.from}
          firstMonth={measures.firstMonth}
          elsewhere={address.on !== undefined}
          onChange={change}
        />
        {pace && pace.passed > 0 && (
          <span className="quiet">{sayTarget("pace", { passed: pace.passed, total: pace.total })}</span>
        )}
        <Checkbox
          className="targets-with"
          checked={address.all === undefined}
          onChange={event => change({ all: event.target.checked ? null : "1" })}
        >
          {say("withAim")}
        </Checkbox>
      </div>
      {error && <Alert type="error" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && <CompletionTable completion={data} all={address.all !== undefined} />}
    </>
  );
}
