import { describe, expect, it } from "vitest";
import { beside, firstSigners, newSigner, type SigningDraft, within } from "./signing";

const draft: SigningDraft = {
  id: 1,
  title: "合同",
  mail: true,
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
    { address: "b@example.com", name: "沈工", phone: "", named: true },
  ],
  seals: [{ id: 7, name: "公章", millimetres: 40, high: 40, holders: [{ id: 3, name: "赵" }] }],
};

describe("who signs, and where", () => {
  it("begins with whom the record names, then our first seal and its holder", () => {
    const [theirs, ours] = firstSigners(draft);
    expect(theirs).toMatchObject({ ours: false, email: "b@example.com", page: 2, x: 42, y: 506 });
    expect(ours).toMatchObject({ ours: true, seal: 7, person: 3, edge: true, page: 2 });
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
