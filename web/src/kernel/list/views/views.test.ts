import { describe, expect, it } from "vitest";
import type { View } from "~/kernel/api/contract";
import { aView } from "~/kernel/testing/world";
import { inOrder, viewOf } from "./views";

const view = (id: View["id"], more: Partial<View>): View => ({
  ...aView,
  id,
  name: String(id),
  ...more,
});
const views = [
  view(9, { shared: true, position: 1 }),
  view(8, { mine: true, position: 2 }),
  view("all", { builtin: true }),
  view(7, { mine: true, position: 1 }),
  view(6, { mine: true, pinned: true }),
];

describe("views", () => {
  it("stand pinned first, then the definition's, mine and shared ones", () => {
    expect(inOrder(views).map(one => one.id)).toEqual([6, "all", 7, 8, 9]);
  });

  it("are named by the address; without a name everybody sees the definition's", () => {
    expect(viewOf(inOrder(views), undefined)?.id).toBe("all");
    expect(viewOf(views, "8")?.id).toBe(8);
    expect(viewOf(views, "404")).toBeUndefined();
  });
});
