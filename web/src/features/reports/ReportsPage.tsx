import { MailOutlined, PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Segmented, Skeleton, Tag } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { useCatalog } from "~/kernel/catalog/catalog";
import { knownKind } from "~/kernel/charts/kinds";
import { chartWords } from "~/kernel/charts/messages";
import { useSay } from "~/kernel/i18n/language";
import { Link, useAddressState, useGo } from "~/kernel/navigation/navigation";
import { named } from "~/kernel/text/pinyin";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page, Panel } from "~/ui/Page";
import { SearchBox } from "~/ui/SearchBox";
import { KeptActs } from "./KeptActs";
import { KindIcon } from "./KindStrip";
import { addressOfKept } from "./kept";
import { reportWords } from "./messages";
import { type ReportLine, useReports } from "./reports";
import { sendingWords } from "./sending/messages";
import { SubscriptionsPage } from "./sending/SubscriptionsPage";
import "./reports.css";

const WHICH = ["all", "mine", "others", "shipped"] as const;
type Which = (typeof WHICH)[number];

const IS: Record<Which, (report: ReportLine) => boolean> = {
  all: () => true,
  mine: report => report.mine && !report.shipped,
  others: report => !report.mine && !report.shipped,
  shipped: report => report.shipped,
};

/** The reports that one has made, is shown, or was given with the product; and beside them what is sent of them. */
export default function ReportsPage() {
  const [{ show }] = useAddressState();
  return show === "sending" ? <SubscriptionsPage /> : <Reports />;
}

function Reports() {
  const say = useSay(reportWords);
  const saySending = useSay(sendingWords);
  const refusalText = useRefusalText();
  const go = useGo();
  const [address, change] = useAddressState();
  const reports = useReports();
  const which = WHICH.find(each => each === address.which) ?? "all";
  const words = address.search ?? "";
  const all = reports.data?.items ?? [];
  const shown = all.filter(report => IS[which](report) && (!words || named(report.name, words)));
  const add = (
    <Button
      type="primary"
      icon={<PlusOutlined aria-hidden />}
      onClick={() => go(addressOfKept("reports", "new"))}
    >
      {say("add")}
    </Button>
  );
  return (
    <Page
      title={say("title")}
      text={say("text")}
      actions={
        <>
          <Button icon={<MailOutlined aria-hidden />} onClick={() => change({ show: "sending" })}>
            {saySending("mine")}
          </Button>
          {add}
        </>
      }
    >
      {reports.isPending && <Skeleton active />}
      {reports.error && <Alert type="info" showIcon title={refusalText(reports.error)} />}
      {reports.data && all.length === 0 && (
        <EmptyState title={say("none")} text={say("noneText")}>
          {add}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <div className="reports-tools">
            <SearchBox
              className="reports-search"
              label={say("searchReports")}
              value={words}
              onChange={text => change({ search: text || null }, { replace: true })}
            />
            <Segmented<Which>
              aria-label={say("which")}
              value={which}
              options={WHICH.map(value => ({ value, label: say(value) }))}
              onChange={next => change({ which: next === "all" ? null : next }, { replace: true })}
            />
          </div>
          {shown.length === 0 && <EmptyState title={say("noneFound")} />}
          {byFolder(shown).map(([folder, items]) => (
            <Panel key={folder} title={folder || say("withoutFolder")}>
              <Lines label={folder || say("withoutFolder")} reports={items} />
            </Panel>
          ))}
        </>
      )}
    </Page>
  );
}

/** By folder in the order of pinyin; what lies in none comes first. */
function byFolder(reports: ReportLine[]): [string, ReportLine[]][] {
  const folders = new Map<string, ReportLine[]>();
  for (const report of reports) {
    const { folder } = report;
    folders.set(folder, [...(folders.get(folder) ?? []), report]);
  }
  return [...folders].sort(([one], [other]) => one.localeCompare(other, "zh-CN"));
}

function Lines({ label, reports }: { label: string; reports: ReportLine[] }) {
  const say = useSay(reportWords);
  const sayKind = useSay(chartWords);
  const catalog = useCatalog();
  const columns: DataColumn<ReportLine>[] = [
    {
      key: "name",
      title: say("name"),
      lead: true,
      cell: report => (
        <span className="reports-name">
          <KindIcon kind={knownKind(report.chart.kind) ?? "bar"} />
          <Link href={addressOfKept("reports", report.id)}>{report.name}</Link>
        </span>
      ),
    },
    { key: "about", title: say("about"), width: 140, cell: report => catalog.labelOf(report.object) },
    {
      key: "kind",
      title: say("kind"),
      width: 140,
      cell: report => sayKind(knownKind(report.chart.kind) ?? "bar"),
    },
    {
      key: "owner",
      title: say("owner"),
      width: 220,
      cell: report => (
        <>
          {report.shipped ? say("shipped") : report.owner?.label}{" "}
          {report.shared && !report.shipped && <Tag variant="filled">{say("sharedTag")}</Tag>}
        </>
      ),
    },
    {
      key: "acts",
      title: "",
      width: 48,
      lead: true,
      cell: report => <KeptActs kind="reports" kept={report} />,
    },
  ];
  return <DataTable label={label} columns={columns} rows={reports} rowKey={report => report.id} />;
}
