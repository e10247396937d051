import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Alert, App, Button, Select, Skeleton } from "antd";
import { useState } from "react";
import { useRefusalText } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { TargetMeasures, TargetYear } from "~/kernel/api/contract";
import { useLeaveGuard } from "~/kernel/forms/useLeaveGuard";
import { useSay } from "~/kernel/i18n/language";
import { useAddressState, useGo } from "~/kernel/navigation/navigation";
import { targetKeys } from "~/kernel/targets/targets";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { AdjustDialog } from "./AdjustDialog";
import { Conflicts } from "./Conflicts";
import { targetsWords } from "./messages";
import { PlanGrid } from "./PlanGrid";
import type { Spread } from "./plan";
import { shownOf } from "./shown";
import { useMeasures } from "./useMeasures";
import { usePlan } from "./usePlan";
import "./targets.css";

const SPREADS = ["even", "current", "lastYear"] as const;

/** Targets of a year for everybody one sees, in one grid. */
export default function PlanPage() {
  const say = useSay(targetsWords);
  const go = useGo();
  const { data } = useMeasures();
  return (
    <Page
      title={say("plan")}
      text={say("planText")}
      actions={<Button onClick={() => go("/targets")}>{say("see")}</Button>}
    >
      {!data && <Skeleton active />}
      {data?.items.length === 0 && <EmptyState title={say("none")} text={say("noneText")} />}
      {data && data.items.length > 0 && <YearOf measures={data} />}
    </Page>
  );
}

function YearOf({ measures }: { measures: TargetMeasures }) {
  const say = useSay(targetsWords);
  const refusalText = useRefusalText();
  const [address, change] = useAddressState();
  const measure = measures.items.find(({ key }) => key === address.measure) ?? measures.items[0];
  const key = measure?.key ?? "";
  const year = /^\d{4}$/.test(address.year ?? "") ? Number(address.year) : measures.year;
  const { data, error } = useQuery({
    queryKey: targetKeys.year(key, year),
    queryFn: ({ signal }) => api.get<TargetYear>(`/targets/${key}/${year}`, signal),
    // what is being typed must not be moved under the hand
    refetchOnWindowFocus: false,
    retry: false,
  });
  const named = say(measures.firstMonth === 1 ? "plainYear" : "businessYear", { year: String(year) });
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
        <span className="targets-span">
          <Button
            icon={<LeftOutlined />}
            aria-label={say("earlier")}
            onClick={() => change({ year: String(year - 1) })}
          />
          <strong>{named}</strong>
          <Button
            icon={<RightOutlined />}
            aria-label={say("later")}
            onClick={() => change({ year: String(year + 1) })}
          />
        </span>
      </div>
      {error && <Alert type="error" showIcon title={refusalText(error)} />}
      {!data && !error && <Skeleton active />}
      {data && !data.edits && <EmptyState title={say("mayNot")} text={say("mayNotText")} />}
      {data && <Plan key={`${key}-${year}`} data={data} />}
    </>
  );
}

function Plan({ data }: { data: TargetYear }) {
  const say = useSay(targetsWords);
  const { message } = App.useApp();
  // not in the address: to look at other rows is not to leave what was typed
  const [department, setDepartment] = useState("");
  const [sought, setSought] = useState("");
  const [spreads, setSpreads] = useState<Spread>("even");
  const [adjusting, setAdjusting] = useState(false);
  const plan = usePlan(data);
  useLeaveGuard(plan.changes > 0);
  const rows = shownOf(data.rows, department, sought);
  const wrong = Object.keys(plan.faults).length;
  return (
    <>
      <div className="targets-tools">
        <Select
          aria-label={say("everyone")}
          value={department}
          options={[
            { value: "", label: say("everyone") },
            ...data.rows
              .filter(row => row.kind === "department")
              .map(row => ({ value: String(row.id), label: `${"　".repeat(row.depth)}${row.label}` })),
          ]}
          onChange={setDepartment}
          style={{ minWidth: 176 }}
        />
        <SearchBox className="targets-find" label={say("find")} value={sought} onChange={setSought} />
        {data.edits && (
          <>
            <span className="targets-spread">
              <span className="quiet">{say("spread")}</span>
              <Select<Spread>
                aria-label={say("spread")}
                value={spreads}
                options={SPREADS.map(each => ({ value: each, label: say(each) }))}
                onChange={setSpreads}
                style={{ minWidth: 120 }}
              />
            </span>
            <Button onClick={() => setAdjusting(true)}>{say("adjust")}</Button>
            <span className="targets-save">
              {plan.undo && plan.changes === 0 && (
                <Button onClick={() => void plan.undo?.()} loading={plan.saving}>
                  {say("undo")}
                </Button>
              )}
              {plan.changes > 0 && <Button onClick={plan.discard}>{say("discard")}</Button>}
              <Button
                type="primary"
                disabled={plan.changes === 0 || wrong > 0}
                loading={plan.saving}
                onClick={() => void plan.save()}
              >
                {plan.changes > 0 ? say("save", { count: plan.changes }) : say("nothingToSave")}
              </Button>
            </span>
          </>
        )}
      </div>
      {plan.refusal && <Alert type="error" showIcon title={plan.refusal} />}
      {wrong > 0 && <Alert type="error" showIcon title={say("wrong", { count: wrong })} />}
      {plan.conflicts.length > 0 && <Conflicts data={data} plan={plan} />}
      {rows.length === 0 ? (
        <EmptyState title={say("noRows")} />
      ) : (
        <PlanGrid
          data={data}
          rows={rows}
          plan={plan}
          spreads={spreads}
          onPaste={(taken, left) =>
            left > 0
              ? message.warning(`${say("pasted", { count: taken })}；${say("clipped", { count: left })}`)
              : message.success(say("pasted", { count: taken }))
          }
        />
      )}
      {adjusting && (
        <AdjustDialog
          rows={rows}
          unit={data.measure.unit}
          onFill={plan.type}
          onClose={() => setAdjusting(false)}
        />
      )}
    </>
  );
}
