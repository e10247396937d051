import type { BusinessObject, IntakeQuestion, IntakeSource } from "~/kernel/api/contract";
import { fillable } from "./intake";

type Security = NonNullable<IntakeSource["mailbox"]>["security"];

/** A mailbox account as it is typed; without a password the one that is kept stays. */
export interface MailboxDraft {
  host: string;
  port: number;
  security: Security;
  user: string;
  password: string | null;
  folder: string;
  markSeen: boolean;
  /** So many days back a mailbox is read that was never read. */
  days: number;
}

/** The account of a source, or an empty one. */
export function draftOf(mailbox: IntakeSource["mailbox"]): MailboxDraft {
  return {
    host: mailbox?.host ?? "",
    port: mailbox?.port ?? usualPort("tls"),
    security: mailbox?.security ?? "tls",
    user: mailbox?.user ?? "",
    password: null,
    folder: mailbox?.folder ?? "INBOX",
    markSeen: mailbox?.markSeen ?? false,
    days: 0,
  };
}

export function usualPort(security: Security): number {
  return security === "tls" ? 993 : 143;
}

/** The parts of a mail, and the fields they fill to begin with. */
export const MAIL_PARTS = ["name", "email", "subject", "text", "attachments"] as const;
const FILLS: Partial<Record<(typeof MAIL_PARTS)[number], string[]>> = {
  name: ["name"],
  email: ["email"],
  text: ["need", "remarks"],
};

export function mailQuestions(object: BusinessObject, label: (part: string) => string): IntakeQuestion[] {
  const fields = new Set(fillable(object).map(field => field.name));
  return MAIL_PARTS.map(key => ({
    key,
    label: label(key),
    help: null,
    required: key === "email",
    field: FILLS[key]?.find(name => fields.has(name)) ?? null,
    parameter: null,
  }));
}
