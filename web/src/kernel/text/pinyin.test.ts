import { describe, expect, it } from "vitest";
import { named, pinyinInitials } from "./pinyin";

describe("pinyin initials", () => {
  it.each([
    ["客户", "kh"],
    ["联系人", "lxr"],
    ["今天", "jt"],
    ["新建客户", "xjkh"],
    ["开发者", "kfz"],
    ["回收站", "hsz"],
    ["部门与成员", "bmycy"],
    ["个人设置", "grsz"],
    ["跟进记录", "gjjl"],
    ["API 文档", "api wd"],
  ])("%s is %s", (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });

  it("find a page by its name, a part, or its initials", () => {
    expect(named("联系人", "lx")).toBe(true);
    expect(named("联系人", "系人")).toBe(true);
    expect(named("Contacts", "CONT")).toBe(true);
    expect(named("联系人", "kh")).toBe(false);
    expect(named("联系人", " ")).toBe(false);
  });
});
