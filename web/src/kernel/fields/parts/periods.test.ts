import { describe, expect, it } from "vitest";
import { periodText } from "./periods";

describe("a period in words", () => {
  it.each([
    ["thisMonth", "本月", "This month"],
    ["lastQuarter", "上季度", "Last quarter"],
    [{ last: 12, unit: "month" }, "最近 12 个月", "the last 12 months"],
    [{ next: 7, unit: "day" }, "未来 7 天", "the next 7 days"],
    [{ from: "2026-01-01", until: "2026-03-31" }, "2026-01-01 至 2026-03-31", "2026-01-01 to 2026-03-31"],
    [{ from: "2026-01-01", until: "2026-01-01" }, "2026-01-01 当天", "on 2026-01-01"],
    [{ weekday: [1, 7] }, "星期一、星期日", "Monday, Sunday"],
    [{ monthOfYear: [12] }, "十二月", "December"],
    [{ hour: [9] }, "09:00–09:59", "09:00–09:59"],
  ])("%j", (period, chinese, english) => {
    expect(periodText(period, "zh-CN")).toBe(chinese);
    expect(periodText(period, "en-US")).toBe(english);
  });
});
