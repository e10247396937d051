import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowUpOutlined,
  CloseOutlined,
  DeleteOutlined,
  EditOutlined,
  ExpandAltOutlined,
  FilePdfOutlined,
  LinkOutlined,
  MergeCellsOutlined,
  MessageOutlined,
  MoreOutlined,
  SafetyOutlined,
  SendOutlined,
} from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, Command, RecordData } from "~/kernel/api/contract";
import { fieldOf } from "~/kernel/catalog/catalog";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { Explained } from "~/kernel/explaining/Explained";
import { FieldCell } from "~/kernel/fields/FieldCell";
import { isEmpty } from "~/kernel/fields/kind";
import { common } from "~/kernel/i18n/common";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { mergeOf } from "~/kernel/merging/merging";
import { mergeWords } from "~/kernel/merging/messages";
import { addressOf, Link, useGo } from "~/kernel/navigation/navigation";
import { PrintButton } from "~/kernel/papers/PrintButton";
import { deleteRecord, mayChange, refreshRecords, runCommand } from "~/kernel/records/records";
import { ObjectIcon } from "~/ui/ObjectIcon";
import { AccessPanel } from "./AccessPanel";
import { CommandDialog } from "./CommandDialog";
import { recordWords } from "./messages";
import { neighbours, useTrail } from "./trail";

const MergeDialog = lazy(() => import("~/kernel/merging/MergeDialog"));
const EditDialog = lazy(() => import("~/kernel/forms/EditDialog"));
const AutomationButtons = lazy(() => import("./AutomationButtons"));
const ShowDialog = lazy(() => import("~/kernel/conversations/ShowDialog"));
const SendPanel = lazy(() => import("~/kernel/sending/SendPanel"));

interface Props {
  object: BusinessObject;
  record: RecordData;
  place: "page" | "panel" | "phone";
  onGo: (id: number) => void;
  onGone: () => void;
  onClose?: () => void;
}

/** How many commands stand beside the name; the others are in the menu. */
const ROOM = { page: 2, panel: 1, phone: 0 };

/** Who the record is, its key facts, and what one may do with it. */
export function RecordHeader({ object, record, place, onGo, onGone, onClose }: Props) {
  const say = useSay(recordWords);
  const trail = useTrail(object.name);
  const { place: at, before, after } = neighbours(trail, record.id);
  const name = useNameOf(object)(record);
  const tags = object.fields.find(field => field.kind === "tags");
  const facts = object.headline
    .map(fact => fieldOf(object, fact))
    .filter(field => field !== undefined)
    .filter(field => !isEmpty(record[field.name]));

  return (
    <header className="record-head">
      <div className="record-line">
        {place === "panel" ? (
          <span className="record-kind quiet">
            <ObjectIcon name={object.icon ?? object.name} /> {object.label}
          </span>
        ) : (
          <Link className="record-kind" href={trail?.address ?? addressOf.list(object.name)}>
            <ArrowLeftOutlined aria-hidden /> {object.plural}
          </Link>
        )}
        <span className="record-steps">
          {at > 0 && (
            <>
              <Step label={say("previous")} icon={<ArrowUpOutlined aria-hidden />} to={before} onGo={onGo} />
              <Step label={say("next")} icon={<ArrowDownOutlined aria-hidden />} to={after} onGo={onGo} />
              {place !== "phone" && (
                <span className="quiet number">
                  {say("placeInList", { place: at, count: trail?.total ?? trail?.ids.length ?? 0 })}
                </span>
              )}
            </>
          )}
          {place === "panel" && (
            <Link
              href={addressOf.record(object.name, record.id)}
              className="icon-link"
              aria-label={say("openPage")}
              title={say("openPage")}
            >
              <ExpandAltOutlined />
            </Link>
          )}
          {onClose && (
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={say("closePanel")}
              title={say("closePanel")}
              onClick={onClose}
            />
          )}
        </span>
      </div>
      <div className="record-line record-name-line">
        <h1>{name}</h1>
        <Actions object={object} record={record} name={name} place={place} onGo={onGo} onGone={onGone} />
      </div>
      <div className="record-facts">
        {facts.map(field => (
          <span key={field.name} className="record-fact">
            <span className="quiet">{field.label}</span>
            <FieldCell field={field} value={record[field.name]} record={record} object={object.name} />
            <Explained object={object} record={record} field={field} />
          </span>
        ))}
        {tags && !isEmpty(record[tags.name]) && !object.headline.includes(tags.name) && (
          <FieldCell field={tags} value={record[tags.name]} record={record} object={object.name} />
        )}
      </div>
      {mayChange(record, "edit") && (
        <Suspense fallback={null}>
          <AutomationButtons object={object} record={record} />
        </Suspense>
      )}
    </header>
  );
}

function Step({
  label,
  icon,
  to,
  onGo,
}: {
  label: string;
  icon: ReactNode;
  to: number | null;
  onGo: (id: number) => void;
}) {
  return (
    <Button
      type="text"
      icon={icon}
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => to !== null && onGo(to)}
    />
  );
}

function Actions({
  object,
  record,
  name,
  place,
  onGo,
  onGone,
}: {
  object: BusinessObject;
  record: RecordData;
  name: string;
  place: Props["place"];
  onGo: (id: number) => void;
  onGone: () => void;
}) {
  const say = useSay(recordWords);
  const sayCommon = useSay(common);
  const queries = useQueryClient();
  const go = useGo();
  const { modal, message } = App.useApp();
  const { act } = useAct();
  const [editing, setEditing] = useState(false);
  const [explaining, setExplaining] = useState(false);
  const [command, setCommand] = useState<Command | null>(null);
  const [merging, setMerging] = useState(false);
  const [sending, setSending] = useState(false);
  const [showing, setShowing] = useState(false);
  const sayMerge = useSay(mergeWords);
  const merge = mergeOf(object);
  const printed = object.capabilities.includes("printed");
  const sends = printed && mayChange(record, "edit");
  const paper = `/api/records/${object.name}/${record.id}/paper?language=${useLanguage()}`;
  const commands = object.commands.filter(
    candidate => candidate.on === "each" && mayChange(record, candidate.name),
  );
  const first = commands.slice(0, ROOM[place]);
  const others = commands.filter(candidate => !first.includes(candidate));

  /** What needs no input and does no harm is done at once; it can be undone. */
  async function start(chosen: Command) {
    if (chosen.danger || chosen.input.length > 0) setCommand(chosen);
    else {
      await act(async () => {
        const answer = await runCommand(object.name, record.id, chosen, {});
        await refreshRecords(queries);
        if (answer?.made) go(addressOf.record(answer.made.object, answer.made.id));
      });
    }
  }

  async function askToDelete() {
    const sure = await modal.confirm({
      title: say("deleteAsk", { name }),
      content: say("deleteNote"),
      okText: sayCommon("delete"),
      okButtonProps: { danger: true },
    });
    if (!sure) return;
    const gone = await act(() => deleteRecord(object.name, record, { said: say("deletedOne", { name }) }));
    if (gone) {
      onGone();
      await refreshRecords(queries);
    }
  }

  async function copyLink() {
    await navigator.clipboard.writeText(window.location.origin + addressOf.record(object.name, record.id));
    void message.success(say("linkCopied"));
  }

  return (
    <span className="record-actions">
      {first.map(candidate => (
        <Button key={candidate.name} danger={candidate.danger} onClick={() => void start(candidate)}>
          {candidate.label}
        </Button>
      ))}
      {sends && place === "page" && (
        <Button icon={<SendOutlined aria-hidden />} onClick={() => setSending(true)}>
          {say("send")}
        </Button>
      )}
      {printed && place === "page" && <PrintButton object={object.name} paper={paper} label={say("print")} />}
      {object.verbs.edit && mayChange(record, "edit") && (
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
          {say("editAll")}
        </Button>
      )}
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            ...others.map(candidate => ({
              key: candidate.name,
              label: candidate.label,
              danger: candidate.danger,
              onClick: () => void start(candidate),
            })),
            ...(merge && mayChange(record, merge.name)
              ? [
                  {
                    key: merge.name,
                    icon: <MergeCellsOutlined aria-hidden />,
                    label: sayMerge("mergeMenu"),
                    onClick: () => setMerging(true),
                  },
                ]
              : []),
            ...(sends && place !== "page"
              ? [
                  {
                    key: "send",
                    icon: <SendOutlined aria-hidden />,
                    label: say("send"),
                    onClick: () => setSending(true),
                  },
                ]
              : []),
            ...(printed && place !== "page"
              ? [
                  {
                    key: "print",
                    icon: <FilePdfOutlined aria-hidden />,
                    label: (
                      <a href={paper} target="_blank" rel="noreferrer">
                        {say("print")}
                      </a>
                    ),
                  },
                ]
              : []),
            {
              key: "show",
              icon: <MessageOutlined aria-hidden />,
              label: say("showToColleagues"),
              onClick: () => setShowing(true),
            },
            {
              key: "link",
              icon: <LinkOutlined aria-hidden />,
              label: say("copyLink"),
              onClick: () => void copyLink(),
            },
            {
              key: "why",
              icon: <SafetyOutlined aria-hidden />,
              label: say("why"),
              onClick: () => setExplaining(true),
            },
            ...(object.verbs.delete && mayChange(record, "delete")
              ? [
                  { type: "divider" as const },
                  {
                    key: "delete",
                    icon: <DeleteOutlined aria-hidden />,
                    label: sayCommon("delete"),
                    danger: true,
                    onClick: () => void askToDelete(),
                  },
                ]
              : []),
          ],
        }}
      >
        <Button icon={<MoreOutlined aria-hidden />} aria-label={say("moreActions")} />
      </Dropdown>
      {editing && (
        <Suspense>
          <EditDialog
            object={object}
            record={record}
            onClose={() => setEditing(false)}
            onSaved={() => setEditing(false)}
          />
        </Suspense>
      )}
      {showing && (
        <Suspense>
          <ShowDialog object={object.name} id={record.id} onClose={() => setShowing(false)} />
        </Suspense>
      )}
      {command && (
        <CommandDialog object={object} record={record} command={command} onClose={() => setCommand(null)} />
      )}
      {merging && (
        <Suspense>
          <MergeDialog
            object={object}
            ids={[record.id]}
            extensible
            onClose={survivor => {
              setMerging(false);
              if (survivor !== null && survivor !== record.id) onGo(survivor);
            }}
          />
        </Suspense>
      )}
      {sending && (
        <Suspense>
          <SendPanel object={object} record={record} onClose={() => setSending(false)} />
        </Suspense>
      )}
      {explaining && <AccessPanel object={object} record={record} onClose={() => setExplaining(false)} />}
    </span>
  );
}
