import { FilePdfOutlined, StopOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Skeleton } from "antd";
import { useAct } from "~/kernel/acting/useAct";
import { api } from "~/kernel/api/api";
import type { BusinessObject, RecordData } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { mayChange } from "~/kernel/records/records";
import { wallTime } from "~/kernel/text/dates";
import { type DataColumn, DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { sendingWords } from "./messages";
import { type SentPaper, sendingsOf, sentQuery } from "./sending";
import "./sending.css";

/** The papers of a record that were sent, and whether they were opened. */
export default function SentTab({ object, record }: { object: BusinessObject; record: RecordData }) {
  const say = useSay(sendingWords);
  const queries = useQueryClient();
  const { modal, message } = App.useApp();
  const { act } = useAct();
  const query = sentQuery(object.name, record.id);
  const answer = useQuery(query);
  if (answer.isPending) return <Skeleton active paragraph={{ rows: 3 }} title={false} />;
  if (answer.isError) return <EmptyState title={answer.error.message} />;

  async function revoke(paper: SentPaper) {
    const sure = await modal.confirm({
      title: say("revokeAsk", { who: paper.recipient }),
      content: say("revokeNote"),
      okText: say("revoke"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    await act(async () => {
      await api.delete(`${sendingsOf(object.name, record.id)}/${paper.id}/link`, { said: null });
      void message.success(say("revoked"));
      await queries.invalidateQueries({ queryKey: query.queryKey });
    });
  }

  const columns: DataColumn<SentPaper>[] = [
    {
      key: "recipient",
      title: say("recipient"),
      lead: true,
      cell: paper => (
        <>
          {paper.recipient}
          {paper.subject && <div className="quiet">{paper.subject}</div>}
        </>
      ),
    },
    {
      key: "sent",
      title: say("sent"),
      cell: paper => (
        <>
          <span className="number">{wallTime(paper.sentAt)}</span>
          <div className="quiet">
            {paper.sentBy}
            {paper.attached && ` · ${say("attachedShort")}`}
          </div>
        </>
      ),
    },
    { key: "openings", title: say("openings"), cell: paper => opened(paper) },
    { key: "state", title: say("state"), cell: state },
    {
      key: "acts",
      title: <span className="sr-only">{say("file")}</span>,
      cell: paper => (
        <span className="sending-acts">
          <Button
            type="text"
            icon={<FilePdfOutlined />}
            aria-label={say("file")}
            title={say("file")}
            href={`/api${sendingsOf(object.name, record.id)}/${paper.id}/file`}
            target="_blank"
          />
          {paper.link === "open" && mayChange(record, "edit") && (
            <Button
              type="text"
              danger
              icon={<StopOutlined />}
              aria-label={say("revoke")}
              title={say("revoke")}
              onClick={() => void revoke(paper)}
            />
          )}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={say("tab")}
      columns={columns}
      rows={answer.data.items}
      rowKey={paper => paper.id}
      empty={<EmptyState title={say("empty")} text={say("emptyNext")} />}
    />
  );

  function opened(paper: SentPaper) {
    if (paper.link === "none") return <span className="quiet">{say("unknown")}</span>;
    if (paper.openings === 0) return <span className="quiet">{say("never")}</span>;
    return (
      <>
        {say("times", { count: paper.openings })}
        {paper.lastOpenedAt && (
          <div className="quiet number">{say("last", { time: wallTime(paper.lastOpenedAt) })}</div>
        )}
      </>
    );
  }

  function state(paper: SentPaper) {
    if (paper.link === "open" && paper.until)
      return say("stateOpen", { time: wallTime(paper.until).slice(0, 10) });
    const said = {
      open: "stateNone",
      ended: "stateEnded",
      revoked: "stateRevoked",
      none: "stateNone",
    } as const;
    return <span className="quiet">{say(said[paper.link])}</span>;
  }
}
