import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Tag } from "antd";
import type { Operation } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { CancelButton } from "~/kernel/operations/CancelButton";
import { Conflicts } from "~/kernel/operations/Conflicts";
import { useOperationName } from "~/kernel/operations/operationName";
import { cancelOperation, useOperations } from "~/kernel/operations/operations";
import { PagedTable } from "~/kernel/operations/PagedTable";
import { RunningProgress } from "~/kernel/operations/RunningProgress";
import { UndoButton } from "~/kernel/operations/UndoButton";
import { useWhose } from "~/kernel/operations/useWhose";
import { wallTime } from "~/kernel/text/dates";
import type { DataColumn } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Page } from "~/ui/Page";
import { operationsWords } from "./messages";
import "./operations.css";

/** What was done, by me or by everybody, with the way back. */
export default function OperationsPage() {
  const say = useSay(operationsWords);
  const nameOf = useOperationName();
  const [everybodys, choice] = useWhose("operations", say("whose"));
  const pages = useOperations(!everybodys);
  const columns: DataColumn<Operation>[] = [
    { key: "operation", title: say("operation"), lead: true, cell: nameOf },
    { key: "progress", title: say("progress"), cell: operation => <Result operation={operation} /> },
    ...(everybodys
      ? [
          {
            key: "by",
            title: say("by"),
            cell: ({ by }: Operation) => by?.label,
          } satisfies DataColumn<Operation>,
        ]
      : []),
    {
      key: "when",
      title: say("when"),
      width: 152,
      cell: ({ startedAt }) => <span className="number">{wallTime(startedAt)}</span>,
    },
    {
      key: "undo",
      title: <span className="sr-only">{say("operation")}</span>,
      lead: true,
      width: 104,
      cell: operation => <Act operation={operation} />,
    },
  ];

  return (
    <Page title={say("operations")} text={say("operationsText")} actions={choice}>
      <PagedTable
        label={say("operations")}
        columns={columns}
        pages={pages}
        empty={<EmptyState title={say("none")} text={say("noneText")} />}
      />
    </Page>
  );
}

function Result({ operation }: { operation: Operation }) {
  const say = useSay(operationsWords);
  const { modal } = App.useApp();
  const { status, done, total, changed, failed, conflicts, label, message } = operation;
  if (status === "running") {
    return <RunningProgress done={done} total={total} label={`${label} ${say("running")}`} />;
  }
  return (
    <span className="operation-result">
      <span className="number">{say("changed", { count: changed.toLocaleString() })}</span>
      {failed > 0 && (
        <Tag color="red" variant="filled">
          {say("failed", { count: failed.toLocaleString() })}
        </Tag>
      )}
      {status === "failed" && (
        <Tag color="red" variant="filled">
          {say("failedStatus")}
        </Tag>
      )}
      {message && <span>{message}</span>}
      {status === "cancelled" && (
        <Tag color="gold" variant="filled">
          {say("cancelled")}
        </Tag>
      )}
      {operation.undoneBy !== null && <Tag variant="filled">{say("undone")}</Tag>}
      {conflicts.length > 0 && (
        <Button
          size="small"
          type="link"
          onClick={() =>
            modal.info({
              title: say("conflicts", { count: conflicts.length }),
              content: <Conflicts conflicts={conflicts} />,
              width: 560,
            })
          }
        >
          {say("conflicts", { count: conflicts.length })}
        </Button>
      )}
    </span>
  );
}

function Act({ operation }: { operation: Operation }) {
  const queries = useQueryClient();
  if (operation.status === "running") {
    return <CancelButton name={operation.label} onCancel={() => cancelOperation(queries, operation.id)} />;
  }
  return <UndoButton operation={operation} small />;
}
