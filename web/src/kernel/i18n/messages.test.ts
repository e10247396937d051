import { describe, expect, it } from "vitest";
import { fill, messages, type Pair, sayIn } from "./messages";

describe("messages", () => {
  const hello = messages({
    hello: ["你好，{name}", "Hello, {name}"],
    found: ["找到 {count} 条", "Found {count} {count|record|records}"],
  });

  it("speaks the chosen language", () => {
    expect(sayIn("zh-CN", hello)("hello", { name: "安娜" })).toBe("你好，安娜");
    expect(sayIn("en-US", hello)("hello", { name: "Ana" })).toBe("Hello, Ana");
  });

  it("picks the form by number", () => {
    expect(sayIn("en-US", hello)("found", { count: 1 })).toBe("Found 1 record");
    expect(sayIn("en-US", hello)("found", { count: 3 })).toBe("Found 3 records");
  });

  it("leaves text without places alone", () => {
    expect(fill("a | b", {})).toBe("a | b");
  });
});

describe("every message of the product", () => {
  const modules = import.meta.glob<Record<string, unknown>>("/src/**/{messages,common}.ts", { eager: true });

  it.each(Object.entries(modules))("%s says the same in both languages", (_, module) => {
    for (const [key, zh, en] of pairsOf(module)) {
      expect(zh, key).not.toBe("");
      expect(en, key).not.toBe("");
      expect(placesOf(en), key).toEqual(placesOf(zh));
    }
  });

  function pairsOf(module: Record<string, unknown>): [string, string, string][] {
    return Object.values(module)
      .filter(value => typeof value === "object" && value !== null)
      .flatMap(value => Object.entries(value as Record<string, Pair>))
      .map(([key, [zh, en]]) => [key, zh, en]);
  }

  function placesOf(text: string): string[] {
    return [...new Set([...text.matchAll(/\{(\w+)/g)].map(match => match[1] as string))].sort();
  }
});
