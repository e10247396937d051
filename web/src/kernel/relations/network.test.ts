import { describe, expect, it } from "vitest";
import type { RelationEdge, RelationNode } from "~/kernel/api/contract";
import { kindsOf, merged, tiesOf, without } from "./network";
import { ringLayout, WIDE } from "./ringLayout";

const node = (key: string, distance = 0): RelationNode => ({
  key,
  object: key.split(":")[0] as string,
  id: Number(key.split(":")[1]),
  label: key,
  detail: null,
  owner: null,
  distance,
});

const edge = (from: string, to: string, kind = "customer-relation", more = {}): RelationEdge => ({
  key: `${kind}:${from}-${to}`,
  kind,
  label: kind,
  from,
  to,
  name: "供应商",
  inverse: "客户",
  note: null,
  since: null,
  until: null,
  record: null,
  ...more,
});

const star = {
  nodes: [node("customer:1"), node("customer:2", 1), node("contact:3", 1), node("customer:4", 2)],
  edges: [
    edge("customer:1", "customer:2"),
    edge("contact:3", "customer:1", "contact.customer"),
    edge("customer:4", "contact:3", "contact-post", { until: "2024-01-01" }),
  ],
  more: false,
};

describe("a network", () => {
  it("grows by a ring without doubling what is there", () => {
    const more = {
      nodes: [node("customer:4"), node("customer:5", 1), node("contact:3", 1)],
      edges: [edge("customer:4", "customer:5"), edge("customer:4", "contact:3", "contact-post")],
      more: true,
    };
    const grown = merged(star, more);
    expect(grown.nodes.map(each => each.key)).toEqual([
      "customer:1",
      "customer:2",
      "contact:3",
      "customer:4",
      "customer:5",
    ]);
    expect(grown.nodes.at(-1)?.distance).toBe(3);
    expect(grown.edges).toHaveLength(4);
    expect(grown.more).toBe(true);
  });

  it("keeps only what still hangs together when a kind is hidden", () => {
    const left = without(star, new Set(["contact.customer"]));
    expect(left.nodes.map(each => each.key)).toEqual(["customer:1", "customer:2"]);
    expect(left.edges).toHaveLength(1);
    expect(kindsOf(star.edges).map(kind => kind.count)).toEqual([1, 1, 1]);
  });

  it("reads each tie from the end it is looked at", () => {
    expect(tiesOf(star, "customer:1").map(tie => [tie.other.key, tie.word, tie.back])).toEqual([
      ["customer:2", "供应商", "客户"],
      ["contact:3", "客户", "供应商"],
    ]);
    expect(tiesOf(star, "contact:3").map(tie => tie.edge.until)).toEqual([null, "2024-01-01"]);
  });
});

describe("the ring layout", () => {
  it("stands the first in the middle and further ones further out", () => {
    const places = ringLayout(star.nodes, star.edges);
    expect(places.size).toBe(4);
    const far = (key: string) => {
      const { x = 0, y = 0 } = places.get(key) ?? {};
      return Math.hypot(x / WIDE, y);
    };
    expect(far("customer:1")).toBeCloseTo(0);
    expect(far("customer:2")).toBeLessThan(far("customer:4"));
    expect(far("customer:2")).toBeCloseTo(far("contact:3"));
  });

  it("lets no two of many stand in the same place, and ends on circles", () => {
    const nodes = [
      node("customer:0"),
      ...Array.from({ length: 499 }, (_, i) => node(`customer:${i + 1}`, 1)),
    ];
    const edges = nodes.slice(1).map((each, i) => edge(nodes[i % 40]?.key as string, each.key));
    edges.push(edge("customer:7", "customer:0"));
    const places = [...ringLayout(nodes, edges).values()];
    expect(places).toHaveLength(500);
    expect(new Set(places.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(500);
  });

  it("stands many around one in rows, none upon another, near enough to be seen at once", () => {
    const nodes = [
      node("customer:0"),
      ...Array.from({ length: 499 }, (_, i) => node(`customer:${i + 1}`, 1)),
    ];
    const places = [
      ...ringLayout(
        nodes,
        nodes.slice(1).map(each => edge("customer:0", each.key)),
      ).values(),
    ];
    expect(Math.max(...places.map(({ y }) => Math.abs(y)))).toBeLessThan(1500);
    const covered = places.filter((one, at) =>
      places.slice(at + 1).some(other => Math.abs(one.x - other.x) < 60 && Math.abs(one.y - other.y) < 30),
    );
    expect(covered.length).toBeLessThan(10);
  });

  it("is empty for nothing", () => {
    expect(ringLayout([], []).size).toBe(0);
  });
});
