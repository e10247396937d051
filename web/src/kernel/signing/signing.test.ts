import { describe, expect, it } from "vitest";
import {
  beside,
  firstSigners,
  isComplete,
  isHandedOver,
  isMobile,
  newSigner,
  type SigningDraft,
  within,
} from "./signing";

const draft: SigningDraft = {
  id: 1,
  title: "合同",
  mail: true,
  sms: false,
  smsSimulated: false,
  service: null,
  colleagues: [],
  days: 14,
  mostDays: 180,
  pages: [
    { width: 595, height: 842 },
    { width: 595, height: 842 },
  ],
  theirs: { page: 2, x: 42, y: 500 },
  ours: { page: 2, x: 560, y: 500 },
  recipients: [
    { address: "a@example.com", name: "客户", phone: "", named: false },
    { address: "b@example.com", name: "沈工", phone: "13800138000", named: true },
    { address: "", name: "无邮箱", phone: "13900139000", named: false },
  ],
  seals: [{ id: 7, name: "公章", millimetres: 40, high: 40, holders: [{ id: 3, name: "赵" }] }],
};

describe("who signs, and where", () => {
  it("begins with whom the record names, then our first seal and its holder", () => {
    const [theirs, ours] = firstSigners(draft);
    expect(theirs).toMatchObject({ ours: false, email: "b@example.com", page: 2, x: 42, y: 506 });
    expect(ours).toMatchObject({ ours: true, seal: 7, person: 3, edge: true, page: 2 });
  });

  it("sends the code by mail where mails can be sent, else to a mobile", () => {
    expect(firstSigners({ ...draft, sms: true })[0]).toMatchObject({ codeBy: "mail", phone: "13800138000" });
    const [texted] = firstSigners({ ...draft, sms: true, mail: false });
    expect(texted).toMatchObject({ codeBy: "sms", name: "沈工", phone: "13800138000" });
  });

  it("asks for an address where the code goes by mail, for a mobile where it is texted", () => {
    const signer = newSigner(1, false, draft, { name: "沈工", email: "", phone: "13800138000" });
    expect(isComplete(signer, draft)).toBe(false);
    expect(isComplete({ ...signer, codeBy: "sms" }, draft)).toBe(true);
    expect(isComplete({ ...signer, codeBy: "sms", phone: " " }, draft)).toBe(false);
  });

  it("knows to whom the link has to be handed over", () => {
    const signer = newSigner(1, false, draft, { name: "沈工", email: "a@example.com" });
    expect(isHandedOver(signer, draft)).toBe(false);
    expect(isHandedOver({ ...signer, email: " " }, draft)).toBe(true);
    expect(isHandedOver(signer, { ...draft, mail: false })).toBe(true);
    expect(isHandedOver(newSigner(2, true, draft), draft)).toBe(false);
  });

  it("knows mobiles from other numbers", () => {
    expect(["13800138000", "19912345678"].every(isMobile)).toBe(true);
    expect(["021-62351234", "+85291234567", "12345678901", "138001380001"].some(isMobile)).toBe(false);
  });

  it("keeps all of a mark on its page", () => {
    const ours = newSigner(1, true, draft);
    expect(ours.x).toBeCloseTo(595 - (40 * 72) / 25.4, 0);
    expect(within({ page: 9, x: -5, y: 5000 }, ours, draft)).toMatchObject({ page: 2, x: 0 });
  });

  it("puts a seal over the words and a signature below them", () => {
    const spot = { page: 1, x: 100, y: 300 };
    expect(beside(spot, newSigner(1, true, draft), draft).y).toBeLessThan(300);
    expect(beside(spot, newSigner(2, false, draft), draft).y).toBeGreaterThan(300);
  });

  it("has only the other side sign where there is no seal", () => {
    expect(firstSigners({ ...draft, seals: [] })).toHaveLength(1);
  });

  it("asks a colleague by address, without a seal, where a service leads", () => {
    const elsewhere = { ...draft, service: "认证签", colleagues: [{ id: 9, name: "钱" }] };
    const [, ours] = firstSigners(elsewhere);
    expect(ours).toMatchObject({ ours: true, seal: null, person: 9, edge: false });
    expect(firstSigners({ ...elsewhere, colleagues: [] })).toHaveLength(1);
  });
});
