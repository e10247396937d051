import { PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Skeleton, Tag } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { KeptActs } from "../KeptActs";
import { addressOfKept, type Kept } from "../kept";
import { reportWords } from "../messages";
import { useDashboards } from "./dashboards";
import { dashboardWords } from "./messages";

/** The dashboards that one has made, is shown, or was given with the product. */
export default function DashboardsPage() {
  const say = useSay(dashboardWords);
  const sayReport = useSay(reportWords);
  const refusalText = useRefusalText();
  const go = useGo();
  const dashboards = useDashboards();
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => go(addressOfKept("dashboards", "new"))}
    >
      {say("add")}
    </Button>
  );
  const columns: DataColumn<Kept>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: each => <Link href={addressOfKept("dashboards", each.id)}>{each.name}</Link>,
    },
    {
      key: "owner",
      title: say("owner"),
      width: 220,
      cell: each => (
        <>
          {each.shipped ? sayReport("shipped") : each.owner?.label}{" "}
          {each.shared && !each.shipped && <Tag variant="filled">{sayReport("sharedTag")}</Tag>}
        </>
      ),
    },
    {
      key: "acts",
      title: "",
      width: 48,
      lead: true,
      cell: each => <KeptActs kind="dashboards" kept={each} />,
    },
  ];
  return (
    <Page title={say("title")} text={say("text")} actions={add}>
      {dashboards.isPending && <Skeleton active />}
      {dashboards.error && <Alert type="info" showIcon title={refusalText(dashboards.error)} />}
      {dashboards.data && (
        <DataTable
          label={say("title")}
          columns={columns}
          rows={dashboards.data.items}
          rowKey={each => each.id}
          empty={
            <EmptyState title={say("none")} text={say("noneText")}>
              {add}
            </EmptyState>
          }
        />
      )}
    </Page>
  );
}
