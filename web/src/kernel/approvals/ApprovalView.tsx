import { Tabs } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { Approval } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { wallTime } from "~/kernel/text/dates";
import { ColorTag } from "~/ui/ColorTag";
import { Acts } from "./Acts";
import { useRefreshApprovals, type Word } from "./approvals";
import { Log } from "./Log";
import { approvalWords } from "./messages";
import { Remark } from "./Remark";
import { Way } from "./Way";
import "./approvals.css";

const COLORS: Record<string, string> = {
  running: "blue",
  returned: "orange",
  approved: "green",
  rejected: "red",
  withdrawn: "gray",
  terminated: "gray",
  revoked: "gray",
};

const STATUSES = [
  "running",
  "returned",
  "approved",
  "rejected",
  "withdrawn",
  "terminated",
  "revoked",
] as const;

/** How far an approval is, in a word. */
export function StatusTag({ status }: { status: string }) {
  const say = useSay(approvalWords);
  const known = STATUSES.find(each => each === status);
  return <ColorTag color={COLORS[status] ?? "gray"}>{known ? say(known) : status}</ColorTag>;
}

interface Props {
  approval: Approval;
  /** On the record's own page, what the record says stands beside it. */
  place: "record" | "list";
  onDone?: () => void;
}

/** One approval: what is asked, the way it goes, what was done, and what the reader can do. */
export function ApprovalView({ approval, place, onDone }: Props) {
  const say = useSay(approvalWords);
  const refresh = useRefreshApprovals();
  const { act } = useAct();
  const title = approval.title ?? say("hiddenTitle", { label: approval.label, id: approval.record });

  const remove = async (word: Word) => {
    const path = `/approvals/tasks/of/${approval.id}/${word.number}/remove-signer`;
    if (await act(() => api.post(path, {}, { said: say("done") }))) await refresh();
  };

  return (
    <article className="approval" data-place={place}>
      <header>
        <h3>
          {place === "list" ? title : approval.name} <StatusTag status={approval.status} />
        </h3>
        <p className="quiet">
          {place === "list" && `${approval.label} · ${approval.name} · `}
          {say("submittedBy", {
            name: approval.starter.label ?? "",
            at: wallTime(approval.startedAt).slice(0, 16),
          })}
          {place === "list" && approval.opens && (
            <>
              {" · "}
              <Link href={addressOf.record(approval.object, approval.record)}>{say("openRecord")}</Link>
            </>
          )}
          {" · "}
          <a href={`/api/approvals/${approval.id}/paper`} target="_blank" rel="noopener">
            {say("print")}
          </a>
        </p>
      </header>
      {place === "list" && <Content approval={approval} />}
      {place === "record" && <Differences approval={approval} />}
      <Acts approval={approval} onDone={onDone} />
      <Tabs
        size="small"
        items={[
          {
            key: "way",
            label: say("path"),
            children: <Way steps={approval.steps} onRemove={word => void remove(word)} />,
          },
          {
            key: "log",
            label: say("log"),
            children: (
              <>
                <Remark approval={approval} />
                <Log approval={approval} />
              </>
            ),
          },
        ]}
      />
    </article>
  );
}

function Content({ approval }: { approval: Approval }) {
  const say = useSay(approvalWords);
  if (approval.fields.length === 0) return <p className="quiet">{say("nothingShown")}</p>;
  return (
    <>
      <dl className="approval-fields">
        {approval.fields.map(field => (
          <div key={field.name}>
            <dt className="quiet">{field.label}</dt>
            <dd>
              {field.text || "–"}
              {field.now !== null && (
                <span className="approval-now">{say("now", { text: field.now || say("empty") })}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {approval.lines.map(kind => (
        <div key={kind.name} className="approval-lines">
          <table>
            <caption className="quiet">{kind.label}</caption>
            <thead>
              <tr>
                {kind.columns.map(column => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {kind.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines stay in their order
                <tr key={at}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns stay in their order
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </>
  );
}

/** What was changed since it was submitted. */
function Differences({ approval }: { approval: Approval }) {
  const say = useSay(approvalWords);
  const changed = approval.fields.filter(field => field.now !== null && field.name !== "approval");
  if (changed.length === 0) return null;
  return (
    <ul className="approval-changes">
      {changed.map(field => (
        <li key={field.name}>
          {say("changedFrom", {
            label: field.label,
            before: field.text || say("empty"),
            after: field.now || say("empty"),
          })}
        </li>
      ))}
    </ul>
  );
}
