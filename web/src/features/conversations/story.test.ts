import { describe, expect, it } from "vitest";
import type { ChatMessage } from "~/kernel/api/contract";
import { piecesOf, turnsOf, unreadBy } from "./story";

function message(id: number, author: number, at: string, change: Partial<ChatMessage> = {}): ChatMessage {
  return {
    id,
    author: { id: author, label: `P${author}` },
    at,
    kind: "said",
    text: "话",
    people: [],
    record: null,
    files: [],
    answers: null,
    takenBack: false,
    ...change,
  };
}

const ids = (messages: ChatMessage[]) => turnsOf(messages).map(turn => turn.messages.map(one => one.id));

describe("what was said", () => {
  it("stands together while one person speaks", () => {
    expect(
      ids([
        message(1, 1, "2026-11-30T02:00:00Z"),
        message(2, 1, "2026-11-30T02:04:00Z"),
        message(3, 2, "2026-11-30T02:04:30Z"),
        message(4, 2, "2026-11-30T02:20:00Z"),
      ]),
    ).toEqual([[1, 2], [3], [4]]);
  });

  it("begins anew with a day here, with what became of the group, and with what was taken back", () => {
    expect(
      ids([
        message(1, 1, "2026-11-30T15:59:00Z"),
        message(2, 1, "2026-11-30T16:01:00Z"),
        message(3, 1, "2026-11-30T16:02:00Z", { kind: "named" }),
        message(4, 1, "2026-11-30T16:02:10Z", { takenBack: true, text: null }),
        message(5, 1, "2026-11-30T16:02:20Z"),
      ]),
    ).toEqual([[1], [2], [3], [4], [5]]);
    expect(turnsOf([message(1, 1, "2026-11-30T16:01:00Z")])[0]?.day).toBe("2026-12-01");
  });

  it("is unread by those who are there and have not come so far", () => {
    const member = (id: number, readUpTo: number, active = true) => ({
      id,
      label: `P${id}`,
      active,
      keeper: false,
      readUpTo,
    });
    const members = [member(1, 0), member(2, 9), member(3, 10), member(4, 0, false)];
    expect(unreadBy(members, 1, message(10, 1, "2026-11-30T02:00:00Z"))).toEqual(["P2"]);
  });
});

describe("the words of a message", () => {
  it("show addresses and who is spoken to, the longest name first", () => {
    expect(piecesOf("@王伟强 看 https://hengke.cn/a?b=1，谢谢", ["王伟", "王伟强"])).toEqual([
      { text: "@王伟强", kind: "mention" },
      { text: " 看 ", kind: "plain" },
      { text: "https://hengke.cn/a?b=1", kind: "address" },
      { text: "，谢谢", kind: "plain" },
    ]);
  });

  it("never make an address of anything else", () => {
    expect(piecesOf("javascript:alert(1) data:text/html,x", [])).toEqual([
      { text: "javascript:alert(1) data:text/html,x", kind: "plain" },
    ]);
  });

  it("may hold names that mean something to a pattern", () => {
    expect(piecesOf("@a.b (x)", ["a.b (x)"])).toEqual([{ text: "@a.b (x)", kind: "mention" }]);
    expect(piecesOf("@axb", ["a.b"])).toEqual([{ text: "@axb", kind: "plain" }]);
  });
});
