import {
  ArrowLeftOutlined,
  CheckOutlined,
  EditOutlined,
  FileExcelOutlined,
  MoreOutlined,
  PictureOutlined,
} from "@ant-design/icons";
import { Alert, Button, Dropdown, Tag } from "antd";
import { useEffect, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import { download, saveAs } from "~/kernel/api/download";
import { Problem } from "~/kernel/api/problem";
import { common } from "~/kernel/i18n/common";
import { useSay } from "~/kernel/i18n/language";
import { Link, useGo } from "~/kernel/navigation/navigation";
import { useNarrow } from "~/ui/useNarrow";
import { KeepDialog } from "./KeepDialog";
import { addressOfKept, type Naming } from "./kept";
import { reportWords } from "./messages";
import { asked } from "./question";
import { type Draft, type Report, useReportKeeping, written } from "./reports";
import { useSendingEntry } from "./sending/useSendingEntry";

interface Props {
  report: Report | null;
  draft: Draft;
  dirty: boolean;
  editing: boolean;
  /** Makes a picture of the chart, where one is drawn. */
  picture: (() => string) | null;
  onEdit: (editing: boolean) => void;
  onDiscard: () => void;
  /** Nothing is unsaved any more, and one goes on from here. */
  onSaved: () => void;
}

/** What the report is called, and what can be done with it as a whole. */
export function ReportHead({ report, draft, dirty, editing, picture, onEdit, onDiscard, onSaved }: Props) {
  const say = useSay(reportWords);
  const sayCommon = useSay(common);
  const narrow = useNarrow();
  const go = useGo();
  const keeping = useReportKeeping();
  const { busy, act } = useAct();
  const [naming, setNaming] = useState<"copy" | "rename" | null>(null);
  const sending = useSendingEntry("reports", report);
  const [stale, setStale] = useState(false);
  const name = report?.name ?? say("unnamed");
  const mine = report?.changeable ? report : null;
  useEffect(() => {
    document.title = name;
  }, [name]);

  async function save() {
    if (!mine) {
      setNaming("copy");
      return;
    }
    await act(async () => {
      try {
        await keeping.change(mine, written(draft));
        setStale(false);
        onEdit(false);
      } catch (cause) {
        if (!(cause instanceof Problem && cause.isStale())) throw cause;
        setStale(true);
      }
    });
  }

  async function keepAs(chosen: Naming) {
    if (naming === "rename" && report) {
      await keeping.change(report, chosen);
      return;
    }
    const made = await keeping.keep(chosen, written(draft));
    onSaved();
    go(addressOfKept("reports", made.id), { replace: report === null });
  }

  const excel = () =>
    void act(() => download("/reports/export", `${name}.xlsx`, { ...asked(draft.question), title: name }));
  const draw = () => picture && saveAs(picture(), `${name}.png`);
  const more = [
    ...(narrow ? [{ key: "excel", label: say("export"), onClick: excel }] : []),
    ...(narrow && picture ? [{ key: "picture", label: say("picture"), onClick: draw }] : []),
    ...sending.entries,
    ...(report ? [{ key: "copy", label: say("copy"), onClick: () => setNaming("copy") }] : []),
    ...(report && dirty ? [{ key: "discard", label: say("discard"), onClick: onDiscard }] : []),
    ...(mine ? keeping.menu(mine, () => setNaming("rename"), onSaved) : []),
  ];

  return (
    <>
      <header className="report-head">
        <Link href="/reports" aria-label={say("back")} className="report-back">
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <h1>{name}</h1>
        {report?.shared && !report.shipped && <Tag variant="filled">{say("sharedTag")}</Tag>}
        {dirty && (
          <Tag variant="filled" color="orange">
            {say("changed")}
          </Tag>
        )}
        <span className="report-space" />
        {!narrow && (
          <Button icon={<FileExcelOutlined aria-hidden />} onClick={excel}>
            {say("export")}
          </Button>
        )}
        {!narrow && picture && (
          <Button icon={<PictureOutlined aria-hidden />} onClick={draw}>
            {say("picture")}
          </Button>
        )}
        <Button
          icon={editing ? <CheckOutlined aria-hidden /> : <EditOutlined aria-hidden />}
          aria-label={say(editing ? "done" : "edit")}
          aria-pressed={editing}
          onClick={() => onEdit(!editing)}
        >
          {!narrow && say(editing ? "done" : "edit")}
        </Button>
        {(dirty || report === null) && (
          <Button type="primary" loading={busy} onClick={() => void save()}>
            {say(report && !mine ? "copy" : "save")}
          </Button>
        )}
        {more.length > 0 && (
          <Dropdown trigger={["click"]} placement="bottomRight" menu={{ items: more }}>
            <Button icon={<MoreOutlined aria-hidden />} aria-label={sayCommon("more")} />
          </Dropdown>
        )}
      </header>
      {stale && (
        <Alert type="warning" showIcon title={say("stale")} closable={{ onClose: () => setStale(false) }} />
      )}
      {sending.dialog}
      {naming && (
        <KeepDialog
          title={say(naming === "rename" ? "rename" : report ? "copy" : "save")}
          initial={
            naming === "rename" && report
              ? report
              : {
                  name: report ? say("copyOf", { name: report.name }) : "",
                  folder: report?.folder ?? "",
                  shared: false,
                }
          }
          onSave={keepAs}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
