import { Skeleton } from "antd";
import { useRefusalText } from "~/kernel/acting/useAct";
import { Problem } from "~/kernel/api/problem";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { Link, useAddressState } from "~/kernel/navigation/navigation";
import { EmptyState } from "~/ui/EmptyState";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { Page } from "~/ui/Page";
import { reportWords } from "./messages";
import { emptyQuestion } from "./question";
import { type Draft, useReport } from "./reports";
import { readDraft } from "./useDraft";
import { Workbench } from "./Workbench";
import "./reports.css";

/** One report: read, changed, or made. */
export default function ReportPage({ params }: { params: Record<string, string> }) {
  const id = params.id ?? "new";
  return id === "new" ? <NewReport /> : <KeptReport key={id} id={id} />;
}

function NewReport() {
  const [address] = useAddressState();
  const object = address.object ?? readDraft(address.draft ?? "")?.question.object;
  if (!object) return <ObjectChoice />;
  const begun: Draft = { question: emptyQuestion(object), chart: {} };
  return <Workbench key="new" report={null} kept={begun} />;
}

function KeptReport({ id }: { id: string }) {
  const say = useSay(reportWords);
  const refusalText = useRefusalText();
  const report = useReport(id);
  if (report.isPending) return <Skeleton active />;
  if (!report.data) {
    const missing = report.error instanceof Problem && report.error.status === 404;
    return (
      <EmptyState
        title={missing ? say("missing") : refusalText(report.error)}
        text={missing && say("missingText")}
      >
        <Link href="/reports">{say("back")}</Link>
      </EmptyState>
    );
  }
  const { question, chart } = report.data;
  return <Workbench report={report.data} kept={{ question, chart }} />;
}

/** A new report begins with what it is about. */
function ObjectChoice() {
  const say = useSay(reportWords);
  const catalog = useCatalog();
  const [, change] = useAddressState();
  return (
    <Page title={say("add")} text={say("chooseObject")} actions={<Link href="/reports">{say("back")}</Link>}>
      <ul className="report-objects">
        {catalog.listed().map(object => (
          <li key={object.name}>
            <button type="button" onClick={() => change({ object: object.name })}>
              <span aria-hidden>
                <ObjectIcon name={object.icon ?? object.name} />
              </span>
              {object.plural}
            </button>
          </li>
        ))}
      </ul>
    </Page>
  );
}
