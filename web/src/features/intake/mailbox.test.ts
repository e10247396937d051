import { describe, expect, it } from "vitest";
import type { BusinessObject } from "~/kernel/api/contract";
import { draftOf, mailQuestions, usualPort } from "./mailbox";

const field = (name: string) => ({ name, label: name, kind: "text", right: "edit" });
const object = (...names: string[]) => ({ fields: names.map(field) }) as unknown as BusinessObject;

describe("a mailbox", () => {
  it("begins with new mails of the inbox, encrypted", () => {
    expect(draftOf(null)).toMatchObject({ port: 993, security: "tls", folder: "INBOX", days: 0 });
    expect(usualPort("starttls")).toBe(143);
  });

  it("never sends back a password that was not typed", () => {
    expect(
      draftOf({
        host: "imap.example.com",
        port: 993,
        security: "tls",
        user: "a@example.com",
        folder: "INBOX",
        markSeen: true,
        since: "2026-11-29T00:00:00Z",
        readAt: null,
        nextRead: "2026-11-29T00:00:00Z",
        failures: 0,
        error: null,
      }).password,
    ).toBeNull();
  });

  it("fills the fields the object has, and keeps the rest", () => {
    const fills = (...names: string[]) =>
      Object.fromEntries(mailQuestions(object(...names), part => part).map(each => [each.key, each.field]));
    expect(fills("name", "email", "need", "remarks")).toEqual({
      name: "name",
      email: "email",
      subject: null,
      text: "need",
      attachments: null,
    });
    expect(fills("name", "remarks").text).toBe("remarks");
  });
});
