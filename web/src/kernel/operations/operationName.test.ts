import { describe, expect, it } from "vitest";
import { operationName } from "./operationName";

const brought = {
  kind: "import",
  act: null,
  object: "customer",
  label: "导入 客户：名单：二月.csv",
} as const;

describe("the name of an operation", () => {
  it("is the one it was given, in Chinese", () => {
    expect(operationName(brought, "zh-CN", "导入", "客户")).toBe("导入 客户：名单：二月.csv");
  });

  it("says the act, the object and the file in another language", () => {
    expect(operationName(brought, "en-US", "Import", "Customer")).toBe("Import Customer: 名单：二月.csv");
  });

  it("says the act alone where there is no object", () => {
    const demo = { kind: "demo", object: null, label: "载入演示数据" } as const;
    expect(operationName(demo, "en-US", "Demo data", null)).toBe("Demo data");
  });
});
