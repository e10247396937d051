const DATE_PARTS = ["{yyyyMMdd}", "{yyyyMM}", "{yyyy}"] as const;

/** The first number a pattern would make on a day; `null` when it is no pattern. */
export function preview(pattern: string, today: string): string | null {
  const counter = /\{(0{1,12})\}$/.exec(pattern);
  if (!counter?.[1]) return null;
  const part = DATE_PARTS.find(candidate => pattern.includes(candidate));
  const digits = today.replaceAll("-", "").slice(0, part ? part.length - 2 : 0);
  const prefix = pattern.slice(0, counter.index).replace(part ?? "", digits);
  return /[{}]/.test(prefix) ? null : `${prefix}${"1".padStart(counter[1].length, "0")}`;
}

/** When a pattern's counter begins anew. */
export function period(pattern: string): "day" | "month" | "year" | "never" {
  const part = DATE_PARTS.find(candidate => pattern.includes(candidate));
  return part === "{yyyyMMdd}" ? "day" : part === "{yyyyMM}" ? "month" : part === "{yyyy}" ? "year" : "never";
}
