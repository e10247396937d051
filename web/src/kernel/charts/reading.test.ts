import { describe, expect, it } from "vitest";
import { figureText, growthText, memberText, shareText, shortFigure } from "./reading";

const by = (bucket: string | null) => ({ bucket });
const both = (bucket: string | null, value: unknown) => [
  memberText(by(bucket), { value }, "zh-CN"),
  memberText(by(bucket), { value }, "en-US"),
];

describe("members of a dimension", () => {
  it("are periods in the words of the reader", () => {
    expect(both("day", "2026-11-30")).toEqual(["2026-11-30", "2026-11-30"]);
    expect(both("month", "2026-11-01")).toEqual(["2026年11月", "Nov 2026"]);
    expect(both("quarter", "2026-10-01")).toEqual(["2026-Q4", "2026-Q4"]);
    expect(both("year", "2026-01-01")).toEqual(["2026年", "2026"]);
    expect(both("weekday", 1)).toEqual(["周一", "Mon"]);
    expect(both("weekday", 7)).toEqual(["周日", "Sun"]);
    expect(both("monthOfYear", 12)).toEqual(["12月", "Dec"]);
    expect(both("hour", 9)).toEqual(["09:00", "09:00"]);
  });

  it("count weeks as ISO 8601 does, over the turn of a year", () => {
    expect(both("week", "2026-11-23")).toEqual(["2026年第48周", "2026-W48"]);
    expect(both("week", "2026-12-28")).toEqual(["2026年第53周", "2026-W53"]);
    expect(both("week", "2024-12-30")).toEqual(["2025年第1周", "2025-W01"]);
  });

  it("keep the server's word where years begin elsewhere, and for places", () => {
    expect(memberText(by("fiscalYear"), { value: "2026-04-01", label: "2026 财年" }, "zh-CN")).toBe(
      "2026 财年",
    );
    expect(memberText(by("province"), { value: "31", label: "上海市" }, "zh-CN")).toBe("上海市");
  });

  it("are ranges with short limits", () => {
    expect(memberText(by("ranges"), { value: 1, label: "10000 – 250000" }, "zh-CN")).toBe("1万 – 25万");
    expect(memberText(by("ranges"), { value: 0, label: "< 1000" }, "en-US")).toBe("< 1K");
  });

  it("are named where there is none, and where there are several", () => {
    expect(memberText(by(null), { value: null }, "zh-CN")).toBe("（空）");
    expect(memberText(by("month"), { value: null, others: true }, "en-US")).toBe("Others");
  });
});

describe("figures", () => {
  const money = { name: "won", label: "赢单额", kind: "money" as const, currency: "CNY" };
  const share = { name: "rate", label: "赢单率", kind: "percent" as const };

  it("are exact, and short in the way of the language", () => {
    expect(figureText(money, "1234567.5")).toBe("¥1,234,567.50");
    expect(shortFigure(money, "1234567.5", "zh-CN")).toBe("123.46万");
    expect(shortFigure(money, "1234567.5", "en-US")).toBe("1.23M");
    expect(shortFigure(money, "230000000", "zh-CN")).toBe("2.3亿");
    expect(figureText({ ...money, kind: "number" as const }, "2.50000")).toBe("2.5");
    expect(figureText(money, null)).toBe("–");
  });

  it("are shares in percent, and growth with its direction", () => {
    expect(figureText(share, "0.3333")).toBe("33.3%");
    expect(shareText(0.5)).toBe("50%");
    expect(growthText(0.25)).toBe("▲ 25%");
    expect(growthText(-0.5)).toBe("▼ 50%");
    expect(growthText(null)).toBe("–");
  });
});
