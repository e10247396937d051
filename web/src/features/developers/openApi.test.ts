import { describe, expect, it } from "vitest";
import { callsByTag, curlOf, type OpenApi, resolved, typeWord } from "./openApi";

const api: OpenApi = {
  info: { title: "t", version: "1" },
  tags: [{ name: "客户" }],
  paths: {
    "/api/health": { get: { summary: "alive" } },
    "/api/records/customer": {
      parameters: [{ name: "lang", in: "header" }],
      get: { tags: ["客户"], summary: "列表" },
      post: { tags: ["客户"], summary: "新建", requestBody: {} },
    } as OpenApi["paths"][string],
  },
  components: { schemas: { Customer: { type: "object" } } },
};

describe("the description of the API", () => {
  it("groups by tag, untagged last, with the parameters of the path", () => {
    const groups = callsByTag(api, "");
    expect(groups.map(([tag, calls]) => [tag, calls.map(one => one.method)])).toEqual([
      ["客户", ["get", "post"]],
      ["", ["get"]],
    ]);
    expect(groups[0]?.[1][0]?.call.parameters).toHaveLength(1);
  });

  it("finds by path or word", () => {
    expect(callsByTag(api, "新建")[0]?.[1].map(one => one.method)).toEqual(["post"]);
    expect(callsByTag(api, "nothing")).toEqual([]);
  });

  it("names types briefly", () => {
    expect(typeWord({ type: "array", items: { $ref: "#/components/schemas/Customer" } })).toBe("Customer[]");
    expect(typeWord({ type: ["string", "null"], format: "date" })).toBe("string | null (date)");
    expect(typeWord({ enum: ["A", "B"] })).toBe('"A" | "B"');
    expect(resolved(api, { $ref: "#/components/schemas/Customer" })).toEqual({ type: "object" });
    expect(resolved(api, { $ref: "#/components/schemas/Gone" })).toEqual({
      $ref: "#/components/schemas/Gone",
    });
  });

  it("gives a command to paste", () => {
    const post = callsByTag(api, "新建")[0]?.[1][0];
    expect(post && curlOf(post, "https://crm.example")).toContain(
      "curl -X POST 'https://crm.example/api/records/customer'",
    );
  });
});
