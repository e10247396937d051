import {
  EditOutlined,
  EnvironmentOutlined,
  EyeOutlined,
  HighlightOutlined,
  MailOutlined,
  MessageOutlined,
  PaperClipOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  TeamOutlined,
  WechatOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Labelled, RecordData, StoredFile, TimelineItem } from "~/kernel/api/contract";
import { fieldOf, useCatalog } from "~/kernel/catalog/catalog";
import { ToldFiles } from "~/kernel/fields/files/FileList";
import { optionLabel } from "~/kernel/fields/parts/OptionTag";
import { RecordName } from "~/kernel/fields/parts/RecordName";
import { useSay } from "~/kernel/i18n/language";
import { usePersonName } from "~/kernel/people/personName";
import { wallTime } from "~/kernel/text/dates";
import { ChangeLines } from "../ChangeLines";
import { ACTIONS } from "../Changes";
import { recordWords } from "../messages";
import { ACTIVITY } from "../related/relations";
import { UndoOperation } from "../UndoOperation";
import { FollowUp } from "./FollowUp";
import { FollowUpActs } from "./FollowUpActs";

interface Props {
  item: TimelineItem;
  /** The record whose timeline this is; entries on others say where. */
  home: number;
  homeObject: string;
}

/** One thing that happened; a follow-up says who talked and when, which may be long before it was written down. */
export function Entry({ item, home, homeObject }: Props) {
  const say = useSay(recordWords);
  const personName = usePersonName();
  const catalog = useCatalog();
  const activity = catalog.find(ACTIVITY);
  const who = (item.activity?.owner as Labelled | null | undefined) ?? item.by;
  const when = typeof item.activity?.at === "string" ? item.activity.at : item.at;
  const elsewhere = item.record.object !== homeObject || item.record.id !== home;
  const named = item.record.label !== `#${item.record.id}`;
  return (
    <li className="entry" data-kind={item.kind}>
      <span className="entry-icon" aria-hidden="true">
        {iconOf(item)}
      </span>
      <div className="entry-body">
        <div className="entry-head">
          <strong>{actorOf(item) ?? personName(who)}</strong>
          <span>{what()}</span>
          {elsewhere && named && item.kind !== "file" && item.record.object !== ACTIVITY && (
            <span className="entry-where">
              <RecordName record={item.record} />
            </span>
          )}
          <time className="quiet number" dateTime={when}>
            {sameDay(when, item.at) ? wallTime(when).slice(11) : wallTime(when)}
          </time>
          {item.activity && activity && <FollowUpActs definition={activity} activity={item.activity} />}
          {item.undoable && item.operation !== undefined && <UndoOperation operation={item.operation} />}
        </div>
        {item.activity && activity && <FollowUp definition={activity} activity={item.activity} />}
        {item.changes && item.action === "update" && (
          <ChangeLines object={item.record.object} changes={item.changes} />
        )}
        {item.file && <ToldFiles files={filesOf(item.file)} />}
      </div>
    </li>
  );

  function what(): string {
    if (item.kind === "activity") {
      const kind = activity && fieldOf(activity, "kind");
      return kind ? optionLabel(kind, String(item.activity?.kind ?? "")) : say("activities");
    }
    if (item.kind === "file") return say("addedFile");
    if (item.paper) return paperSaid(item.paper);
    return say(ACTIONS[item.action ?? "update"], { object: catalog.labelOf(item.record.object) });
  }

  function paperSaid({ what, recipient, mailed, device }: NonNullable<TimelineItem["paper"]>): string {
    if (what === "opened") {
      return say("paperOpened", { device: say(DEVICES[device as keyof typeof DEVICES] ?? "onDesktop") });
    }
    if (what in SIGNINGS) return say(SIGNINGS[what as keyof typeof SIGNINGS]);
    if (what === "revoked") return say("paperRevoked", { who: recipient });
    return say(mailed ? "paperSent" : "paperHanded", { who: recipient });
  }
}

const DEVICES = {
  phone: "onPhone",
  tablet: "onTablet",
  desktop: "onDesktop",
  wechat: "onWechat",
} as const;

const SIGNINGS = {
  started: "signingStarted",
  signed: "signingSigned",
  declined: "signingDeclined",
  completed: "signingCompleted",
  expired: "signingExpired",
  voided: "signingVoided",
} as const;

/** What strangers did with a paper is theirs; the rest is told of people and of the product. */
function actorOf({ paper }: TimelineItem): string | undefined {
  return paper && ["opened", "signed", "declined"].includes(paper.what) ? paper.recipient : undefined;
}

function sameDay(one: string, other: string): boolean {
  return wallTime(one).slice(0, 10) === wallTime(other).slice(0, 10);
}

/** The stored file, or files, of an attachment record. */
export function filesOf(attachment: RecordData): StoredFile[] {
  const { file } = attachment;
  if (Array.isArray(file)) return file as StoredFile[];
  return file ? [file as StoredFile] : [];
}

const ACTIVITY_ICONS: Record<string, ReactNode> = {
  call: <PhoneOutlined />,
  visit: <EnvironmentOutlined />,
  email: <MailOutlined />,
  wechat: <WechatOutlined />,
  meeting: <TeamOutlined />,
};

const PAPER_ICONS: Record<string, ReactNode> = {
  opened: <EyeOutlined />,
  signed: <HighlightOutlined />,
  completed: <SafetyCertificateOutlined />,
};

function iconOf(item: TimelineItem): ReactNode {
  if (item.kind === "file") return <PaperClipOutlined />;
  if (item.kind === "change") return <EditOutlined />;
  if (item.paper) return PAPER_ICONS[item.paper.what] ?? <SendOutlined />;
  return ACTIVITY_ICONS[String(item.activity?.kind)] ?? <MessageOutlined />;
}
