import { describe, expect, it } from "vitest";
import { categoriesOf, revised } from "./revisions";

const file = (id: number, name: string, revision: number, category = "合同") => ({
  id,
  version: 1,
  name,
  category,
  revision,
});

describe("files of a record", () => {
  it("are one where name and category are the same, newest revision first", () => {
    const files = revised([file(1, "合同.pdf", 1), file(3, "名片.png", 1), file(2, "合同.pdf", 2)]);
    expect(files.map(({ newest, older }) => [newest.id, older.map(one => one.id)])).toEqual([
      [2, [1]],
      [3, []],
    ]);
  });

  it("of the same name in other categories stay apart", () => {
    expect(revised([file(1, "a", 1), file(2, "a", 1, "其他")])).toHaveLength(2);
    expect(categoriesOf([file(1, "a", 1), file(2, "a", 1, "其他"), file(3, "b", 1)])).toEqual([
      "其他",
      "合同",
    ]);
  });
});
