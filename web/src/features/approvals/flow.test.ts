import { describe, expect, it } from "vitest";
import { changed, everyNode, faultsByNode, inserted, moved, placeOf, removed, TOP } from "~/kernel/flow/tree";
import {
  type AskNode,
  bodyOf,
  draftOf,
  type FlowDraft,
  type NodeDraft,
  newNode,
  stepsBefore,
  type Template,
} from "./flow";

const ask = (id: string): NodeDraft => ({ ...newNode("ask", [], id, []), id });
const branch = (id: string, ...ways: NodeDraft[][]): NodeDraft => ({
  kind: "choice",
  id,
  name: id,
  ways: ways.map(nodes => ({ name: "", condition: null, nodes })),
});
const ids = (nodes: NodeDraft[]) => everyNode(nodes).map(node => node.id);
const flow = () => [ask("a"), branch("c", [ask("x"), ask("y")], [ask("z")]), ask("b")];

describe("a flow while it is drawn", () => {
  it("takes nodes in anywhere and out again", () => {
    const more = inserted(flow(), { node: "c", way: 1 }, 0, ask("new"));
    expect(ids(more)).toEqual(["a", "c", "x", "y", "new", "z", "b"]);
    expect(ids(removed(more, "new"))).toEqual(ids(flow()));
    expect(ids(removed(more, "c"))).toEqual(["a", "b"]);
  });

  it("moves a node within its list, to another way, and never into itself", () => {
    expect(ids(moved(flow(), "a", TOP, 3))).toEqual(["c", "x", "y", "z", "b", "a"]);
    expect(ids(moved(flow(), "b", TOP, 0))).toEqual(["b", "a", "c", "x", "y", "z"]);
    expect(ids(moved(flow(), "a", { node: "c", way: 0 }, 1))).toEqual(["c", "x", "a", "y", "z", "b"]);
    expect(ids(moved(flow(), "c", { node: "c", way: 0 }, 0))).toEqual(ids(flow()));
    expect(ids(moved(flow(), "x", { node: "c", way: 0 }, 2))).toEqual(["a", "c", "y", "x", "z", "b"]);
  });

  it("gives a new node an id that is free", () => {
    const nodes = [ask("n1"), ask("n2"), ask("n4")];
    const made = newNode("ask", nodes, "", []);
    expect(ids(nodes)).not.toContain(made.id);
  });

  it("knows the steps before one on its own way", () => {
    expect(stepsBefore(flow(), "y").map(node => node.id)).toEqual(["a", "x"]);
    expect(stepsBefore(flow(), "z").map(node => node.id)).toEqual(["a"]);
    expect(stepsBefore(flow(), "a")).toEqual([]);
    expect(placeOf(flow(), "z")).toEqual({ place: { node: "c", way: 1 }, at: 0 });
  });

  it("shows what is wrong at its node", () => {
    const faults = faultsByNode(flow(), {
      "nodes[0].approvers": "one",
      "nodes[1].ways[0].nodes[1].approvers": "two",
      "nodes[1].ways[1].condition": "three",
      name: "elsewhere",
    });
    expect([...faults]).toEqual([
      ["a", "one"],
      ["y", "two"],
      ["c", "three"],
    ]);
  });

  it("goes over the wire and back", () => {
    const draft: FlowDraft = {
      object: "quote",
      name: "报价",
      active: true,
      position: 0,
      when: null,
      repeats: "ask",
      withdrawable: "whileRunning",
      revocable: "byAdministrators",
      seal: 2,
      nodes: [
        ...changed(flow(), "a", node =>
          node.kind === "ask"
            ? {
                ...node,
                late: { hours: 8, action: "remind" },
                shows: ["total"],
                edits: ["endDate"],
                hides: ["margin"],
              }
            : node,
        ),
        { kind: "wait", id: "w", name: "公示", many: 3, unit: "workingHours" },
        { ...(ask("n") as AskNode), who: { ...(ask("n") as AskNode).who, kind: "next", several: true } },
      ],
    };
    const body = JSON.parse(JSON.stringify(bodyOf(draft)));
    const template: Template = { ...body, object: "quote", id: 1, edition: 1, version: 1 };
    expect(draftOf(template)).toEqual(draft);
    expect(body.object).toBeUndefined();
  });
});
