import { Tag } from "antd";
import type { FieldChange } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { addressOf, Link } from "~/kernel/navigation/navigation";
import { useOperationName } from "~/kernel/operations/operationName";
import { usePersonName } from "~/kernel/people/personName";
import { ChangeLines } from "~/kernel/record/ChangeLines";
import { wallTime } from "~/kernel/text/dates";
import type { DataColumn } from "~/ui/DataTable";
import type { LogName, LogRows } from "./logs";
import { logWords } from "./messages";
import "~/kernel/record/timeline/timeline.css";

/** The columns of a log. */
export function useLogColumns<L extends LogName>(log: L): DataColumn<LogRows[L]>[] {
  const all = {
    operations: useOperations(),
    logins: useLogins(),
    changes: useChanges(),
    administration: useAdministration(),
    access: useAccess(),
  };
  return all[log] as DataColumn<LogRows[L]>[];
}

type Common = Pick<LogRows["logins"], "at" | "by">;

function useCommon(): { when: DataColumn<Common>; by: DataColumn<Common> } {
  const say = useSay(logWords);
  const personName = usePersonName();
  return {
    when: {
      key: "when",
      title: say("when"),
      width: 168,
      lead: true,
      cell: row => <span className="number">{wallTime(row.at)}</span>,
    },
    by: { key: "by", title: say("by"), width: 120, cell: ({ by }) => by && personName(by) },
  };
}

function useOperations(): DataColumn<LogRows["operations"]>[] {
  const say = useSay(logWords);
  const nameOf = useOperationName();
  const { when, by } = useCommon();
  return [
    when,
    by,
    {
      key: "what",
      title: say("what"),
      lead: true,
      cell: row => nameOf({ kind: row.kind as "edit", object: row.object, label: row.label }),
    },
    {
      key: "result",
      title: say("result"),
      cell: row => (
        <span className="logs-result">
          {row.status !== "done" && (
            <Tag color={row.status === "failed" ? "red" : "default"} variant="filled">
              {say(row.status as "running")}
            </Tag>
          )}
          <span className="number">{say("recordCount", { count: row.changed })}</span>
          {row.failed > 0 && <span>{say("failedCount", { count: row.failed })}</span>}
          {row.message && <span>{row.message}</span>}
        </span>
      ),
    },
    { key: "through", title: say("through"), width: 96, cell: row => row.through },
  ];
}

function useLogins(): DataColumn<LogRows["logins"]>[] {
  const say = useSay(logWords);
  const { when } = useCommon();
  return [
    when,
    { key: "login", title: say("login"), lead: true, width: 140, cell: row => row.login },
    {
      key: "who",
      title: say("who"),
      width: 140,
      cell: row => row.by?.label ?? (row.success ? null : <span className="quiet">–</span>),
    },
    {
      key: "success",
      title: say("success"),
      width: 88,
      cell: row => (
        <Tag color={row.success ? "green" : "red"} variant="filled">
          {say(row.success ? "succeeded" : "failed")}
        </Tag>
      ),
    },
    {
      key: "address",
      title: say("address"),
      width: 160,
      cell: row => <span className="number">{row.address}</span>,
    },
    { key: "device", title: say("device"), cell: row => <span className="logs-device">{row.device}</span> },
  ];
}

function useChanges(): DataColumn<LogRows["changes"]>[] {
  const say = useSay(logWords);
  const catalog = useCatalog();
  const { when, by } = useCommon();
  return [
    when,
    by,
    {
      key: "record",
      title: say("what"),
      lead: true,
      width: 260,
      cell: row => (
        <span>
          <span className="quiet">
            {say(row.action as "create")} {catalog.labelOf(row.object)}
          </span>{" "}
          {row.record.label ? (
            <Link href={addressOf.record(row.object, row.record.id)}>{row.record.label}</Link>
          ) : (
            `#${row.record.id}`
          )}
        </span>
      ),
    },
    {
      key: "changes",
      title: say("changes"),
      cell: row => <ChangeLines object={row.object} changes={row.changes as FieldChange[]} />,
    },
  ];
}

function useAccess(): DataColumn<LogRows["access"]>[] {
  const say = useSay(logWords);
  const catalog = useCatalog();
  const { when, by } = useCommon();
  return [
    when,
    by,
    {
      key: "what",
      title: say("what"),
      lead: true,
      cell: row => {
        const object = row.object ? catalog.find(row.object) : undefined;
        const field = object?.fields.find(one => one.name === row.field)?.label ?? row.field;
        return (
          <span>
            <span className="quiet">{say(row.kind)}</span>{" "}
            {row.record ? `${row.record.label ?? `#${row.record.id}`} · ${field}` : row.seenAs?.label}
          </span>
        );
      },
    },
    {
      key: "address",
      title: say("address"),
      width: 160,
      cell: row => <span className="number">{row.address}</span>,
    },
    { key: "device", title: say("device"), cell: row => <span className="logs-device">{row.device}</span> },
  ];
}

function useAdministration(): DataColumn<LogRows["administration"]>[] {
  const say = useSay(logWords);
  const { when, by } = useCommon();
  const words = (value: unknown): string =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0)
      ? say("nothing")
      : Array.isArray(value)
        ? value.map(words).join("、")
        : typeof value === "object"
          ? JSON.stringify(value)
          : String(value);
  return [
    when,
    by,
    {
      key: "subject",
      title: say("what"),
      lead: true,
      width: 240,
      cell: row => (
        <span>
          <span className="quiet">
            {say(row.action as "create")} {row.kind in logWords ? say(row.kind as "user") : row.kind}
          </span>{" "}
          {row.subject.label}
        </span>
      ),
    },
    {
      key: "changes",
      title: say("changes"),
      cell: row => (
        <ul className="logs-changes">
          {row.changes.map(change => (
            <li key={change.field}>
              <span className="quiet">{change.field}</span>{" "}
              {row.action !== "create" && `${words(change.from)} → `}
              {words(change.to)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
