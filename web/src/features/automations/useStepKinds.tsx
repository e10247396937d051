import {
  AlertOutlined,
  AuditOutlined,
  BellOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  EditOutlined,
  FieldTimeOutlined,
  HourglassOutlined,
  MailOutlined,
  MessageOutlined,
  PlayCircleOutlined,
  PlusSquareOutlined,
  SendOutlined,
  StopOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import type { NodeKinds } from "~/kernel/flow/kinds";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import { useSmsTemplates } from "~/kernel/sending/smsTemplates";
import { designerWords } from "./messages";
import { newStep, type Span, STEPS, type StepDraft, type StepKind, type Whom } from "./plan";
import { useWebhookNames } from "./useWebhookNames";

const ICONS: Record<StepKind, ReactNode> = {
  change: <EditOutlined />,
  create: <PlusSquareOutlined />,
  task: <CheckSquareOutlined />,
  tell: <BellOutlined />,
  mail: <MailOutlined />,
  sms: <MessageOutlined />,
  submit: <AuditOutlined />,
  webhook: <SendOutlined />,
  command: <PlayCircleOutlined />,
  choice: <BranchesOutlined />,
  wait: <HourglassOutlined />,
  waitForDay: <CalendarOutlined />,
  until: <FieldTimeOutlined />,
  stop: <StopOutlined />,
};

export interface Count {
  node: string;
  done: number;
  standing: number;
  failed: number;
}

/** The steps automations are made of. */
export function useStepKinds(object: BusinessObject | undefined, counts: Count[]): NodeKinds<StepDraft> {
  const say = useSay(designerWords);
  const catalog = useCatalog();
  const webhooks = useWebhookNames();
  const templates = useSmsTemplates().data?.items ?? [];
  const has = (capability: string) => object?.capabilities.includes(capability) ?? false;
  const labelOf = (name: string | null, of = object) =>
    of?.fields.find(field => field.name === name)?.label ?? say("nothingSet");
  const span = ({ count, unit }: Span) =>
    say("spanWords", { count, unit: say(unit === "day" ? "dayUnit" : unit) });
  const whom = (who: Whom) =>
    [
      ...(who.owner ? [say("owner")] : []),
      ...(who.superior ? [say("superior")] : []),
      ...who.fields.map(field => labelOf(field)),
      ...who.people.map(person => person.label),
      ...who.roles.map(role => role.label),
    ].join("、") || say("nothingSet");

  function describe(step: StepDraft): ReactNode {
    switch (step.kind) {
      case "change":
        return fieldsOf(Object.keys(step.values), object);
      case "create":
        return catalog.find(step.object ?? "")?.label ?? say("nothingSet");
      case "task":
        return step.title || say("nothingSet");
      case "tell":
        return whom(step.whom);
      case "mail":
        return [...(step.to ? [labelOf(step.to)] : []), whom(step.whom)].join("、");
      case "sms":
        return `${labelOf(step.to)}：${templates.find(each => each.id === step.template)?.name ?? say("nothingSet")}`;
      case "webhook":
        return webhooks.find(each => each.id === step.endpoint)?.name ?? say("nothingSet");
      case "command":
        return object?.commands.find(each => each.name === step.command)?.label ?? say("nothingSet");
      case "wait":
        return span(step.span);
      case "waitForDay": {
        if (!step.field) return say("nothingSet");
        const words = { field: labelOf(step.field), days: Math.abs(step.days) };
        return say(step.days === 0 ? "dayWords" : step.days < 0 ? "dayBefore" : "dayAfter", words);
      }
      case "until":
        return step.condition && object ? (
          <FilterWords object={object} filter={step.condition} />
        ) : (
          say("nothingSet")
        );
      default:
        return say(step.kind);
    }
  }

  const fieldsOf = (names: string[], of = object) =>
    names.map(name => labelOf(name, of)).join("、") || say("nothingSet");

  return {
    offered: STEPS.filter(
      kind =>
        (kind !== "task" || has("tasked")) &&
        (kind !== "submit" || has("approved")) &&
        (kind !== "sms" || (object?.fields.some(field => field.kind === "phone") ?? false)),
    ),
    icon: kind => ICONS[kind as StepKind],
    label: kind => say(kind as StepKind),
    describe,
    create: (kind, nodes) => newStep(kind as StepKind, nodes, has("owned")),
    dividing: step => (step.kind === "until" ? "outcome" : "first"),
    outcome: (step, at) => (step.kind === "until" ? say(at === 0 ? "met" : "timeout") : ""),
    aside: step => {
      const count = counts.find(each => each.node === step.id);
      if (!count) return null;
      return (
        <span className="flow-counts number">
          {count.done > 0 && <span className="quiet">{say("passed", { count: count.done })}</span>}
          {count.standing > 0 && <span>{say("standing", { count: count.standing })}</span>}
          {count.failed > 0 && (
            <span className="form-row-error">
              <AlertOutlined aria-hidden /> {say("failed", { count: count.failed })}
            </span>
          )}
        </span>
      );
    },
  };
}
