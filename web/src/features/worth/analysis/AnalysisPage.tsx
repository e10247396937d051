import { Alert, Skeleton } from "antd";
import type { WorthAnalysis } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { useSession } from "~/kernel/session/session";
import { wallTime } from "~/kernel/text/dates";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { useAnalysis } from "./analysis";
import { Cohorts } from "./Cohorts";
import { Funnel } from "./Funnel";
import { Heat } from "./Heat";
import { analysisWords } from "./messages";
import { Retention } from "./Retention";
import { SegmentMap } from "./SegmentMap";
import "./analysis.css";

const SETTINGS = "/settings/worth";

/** Customers by worth and by how far they have come. */
export default function AnalysisPage() {
  const say = useSay(analysisWords);
  const { data } = useAnalysis();
  return (
    <Page title={say("analysis")} text={data?.told && <Reckoned analysis={data} />}>
      {data ? <Parts analysis={data} /> : <Skeleton active paragraph={{ rows: 8 }} />}
    </Page>
  );
}

function Reckoned({ analysis: { at, since, day } }: { analysis: WorthAnalysis }) {
  const say = useSay(analysisWords);
  if (!at) return say("never");
  const told = { day, at: wallTime(at) };
  return since ? say("window", { ...told, since }) : say("allTime", told);
}

function Parts({ analysis }: { analysis: WorthAnalysis }) {
  const say = useSay(analysisWords);
  const { administrator } = useSession().user;
  const { told, broken, map, life, cohorts } = analysis;
  return (
    <>
      {broken && (
        <Alert
          type="warning"
          showIcon
          title={say("broken")}
          action={administrator && <Link href={SETTINGS}>{say("mend")}</Link>}
        />
      )}
      {!told && (
        <EmptyState
          title={say("noSource")}
          text={administrator ? say("noSourceText") : `${say("noSourceText")} ${say("askAdministrator")}`}
        >
          {administrator && <Link href={SETTINGS}>{say("choose")}</Link>}
        </EmptyState>
      )}
      {told && !map && !life && !cohorts && <EmptyState title={say("hidden")} />}
      {told && map && <SegmentMap analysis={analysis} cells={map} />}
      <div className="analysis-pair">
        {told && map && <Heat cells={map} />}
        {life && <Funnel life={life} />}
      </div>
      {told && analysis.retention && <Retention outlook={analysis.retention} />}
      {told && cohorts && <Cohorts cohorts={cohorts} opens={analysis.opens} />}
    </>
  );
}
