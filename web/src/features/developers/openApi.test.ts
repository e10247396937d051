import { describe, expect, it } from "vitest";
import { curlOf, exampleOf } from "./example";
import { callsByTag, type OpenApi, resolved, type ShownCall, typeWord, withoutNull } from "./openApi";

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

  it("tells null apart from what else a value may be", () => {
    const pointer = { $ref: "#/components/schemas/Customer" };
    expect(withoutNull({ anyOf: [pointer, { type: "null" }] })).toMatchObject({
      schema: pointer,
      nullable: true,
    });
    expect(withoutNull({ type: ["string", "null"], enum: ["A", null] })).toMatchObject({
      schema: { type: "string", enum: ["A"] },
      nullable: true,
    });
    expect(withoutNull({ type: "string" }).nullable).toBe(false);
  });

  it("makes up what must be there, and one change", () => {
    const properties = { version: { type: "integer" }, level: { enum: ["A"] }, city: { type: "string" } };
    expect(exampleOf(api, { type: "object", properties, required: ["version"] })).toEqual({
      version: 1,
      level: "A",
    });
    expect(exampleOf(api, { type: "object", properties, required: ["city"] })).toEqual({ city: "…" });
    expect(exampleOf(api, { type: "array", items: { type: "string", format: "date" } })).toEqual([
      "2026-11-22",
    ]);
  });

  it("gives a command to paste that a shell understands", () => {
    const body = {
      content: {
        "application/json": { schema: { type: "object", properties: { name: { type: "string" } } } },
      },
    };
    const call: ShownCall = {
      key: "",
      method: "post",
      path: "/api/records/customer/{id}",
      call: { requestBody: body, parameters: [{ name: "object", in: "query", required: true }] },
    };
    expect(curlOf(api, call, "https://crm.example")).toBe(
      [
        "curl -X POST 'https://crm.example/api/records/customer/1?object=customer'",
        `  -H "Authorization: Bearer $TOKEN"`,
        "  -H 'Content-Type: application/json'",
        `  -d '{"name":"…"}'`,
      ].join(" \\\n"),
    );
    const open = { ...call, method: "get", call: { security: [] } };
    expect(curlOf(api, open, "")).toBe("curl '/api/records/customer/1'");
  });
});
