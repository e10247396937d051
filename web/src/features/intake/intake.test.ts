import { describe, expect, it } from "vitest";
import { freeKey, moved } from "./intake";

const question = (key: string) => ({
  key,
  label: key,
  help: null,
  required: false,
  field: null,
  parameter: null,
});

describe("questions of a form", () => {
  it("get a key that is free", () => {
    expect(freeKey([question("question")], "question")).toBe("question2");
    expect(freeKey([question("question"), question("question2")], "question")).toBe("question3");
    expect(freeKey([], "question")).toBe("question");
  });

  it("move within the list and not out of it", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  });
});
