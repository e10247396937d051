import { describe, expect, it } from "vitest";
import { marked } from "./marked";

const hits = (text: string, words: string) =>
  marked(text, words)
    .map(part => (part.hit ? `[${part.text}]` : part.text))
    .join("");

describe("the words of a search in a text", () => {
  it("are shown wherever they stand", () => {
    expect(hits("投标保证金，保证金", "保证金")).toBe("投标[保证金]，[保证金]");
  });
  it("count alike in either case, several at once", () => {
    expect(hits("Deposit for 投标", " deposit  投标 ")).toBe("[Deposit] for [投标]");
  });
  it("show the longer of two that begin together", () => {
    expect(hits("保证金", "保证 保证金")).toBe("[保证金]");
  });
  it("leave a text without them as it is", () => {
    expect(hits("没有", "保证金")).toBe("没有");
    expect(hits("没有", "  ")).toBe("没有");
    expect(hits("", "保证金")).toBe("");
  });
  it("lose nothing where lower case is longer", () => {
    expect(hits("İstanbul 保证金", "保证金")).toBe("İstanbul 保证金");
  });
});
