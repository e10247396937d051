import { Skeleton } from "antd";
import { useSay } from "~/kernel/i18n/language";
import { Link } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { Board } from "./Board";
import { useDashboard } from "./dashboards";
import { dashboardWords } from "./messages";
import "../reports.css";
import "./dashboards.css";

/** One dashboard: looked at, arranged, or made. */
export default function DashboardPage({ params }: { params: Record<string, string> }) {
  const id = params.id ?? "new";
  return id === "new" ? <Board key="new" dashboard={null} /> : <KeptDashboard key={id} id={id} />;
}

function KeptDashboard({ id }: { id: string }) {
  const say = useSay(dashboardWords);
  const dashboard = useDashboard(id);
  if (dashboard.isPending) return <Skeleton active />;
  if (!dashboard.data) {
    return (
      <EmptyState title={say("missing")}>
        <Link href="/dashboards">{say("back")}</Link>
      </EmptyState>
    );
  }
  return <Board dashboard={dashboard.data} />;
}
