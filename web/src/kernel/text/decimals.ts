import { halfWidth } from "./halfWidth";

const SHIFT: Record<string, number> = { 千: 3, k: 3, 万: 4, w: 4, m: 6, 百万: 6, 千万: 7, 亿: 8 };

/** A number as people type it (`１２，３００`, `¥1.2万`, `(500)`), as an exact decimal text; `undefined` if it is none. */
export function parseDecimal(typed: string): string | undefined {
  const text = halfWidth(typed)
    .toLowerCase()
    .replace(/^(-?)\s*(?:¥|\$|€|cny|usd|rmb)\s*/, "$1")
    .replace(/\s*(?:元|圆|%|cny|usd|rmb)$/, "");
  const negative = /^\(.*\)$/.test(text) || text.startsWith("-");
  const match = /^[-+(]?\s*(\d[\d,\s']*|(?=\.\d))(?:\.(\d+))?\s*(百万|千万|千|万|亿|[kwm])?\s*\)?$/.exec(
    text,
  );
  if (!match) return undefined;
  const whole = (match[1] ?? "").replace(/[,\s']/g, "");
  const shifted = shift(whole || "0", match[2] ?? "", SHIFT[match[3] ?? ""] ?? 0);
  return negative && !/^[0.]+$/.test(shifted) ? `-${shifted}` : shifted;
}

function shift(whole: string, fraction: string, places: number): string {
  const digits = whole + fraction.padEnd(places, "0");
  const point = whole.length + places;
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const right = digits.slice(point);
  return right ? `${left}.${right}` : left;
}

/** Rounds half up to the field's decimals, on the text, so that no cent is lost to floating point. */
export function roundDecimal(decimal: string, scale: number): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const kept = BigInt(whole + fraction.padEnd(scale, "0").slice(0, scale));
  const up = Number(fraction[scale] ?? "0") >= 5 ? 1n : 0n;
  const digits = (kept + up).toString().padStart(scale + 1, "0");
  const rounded = scale ? `${digits.slice(0, -scale)}.${digits.slice(-scale)}` : digits;
  return negative && /[1-9]/.test(rounded) ? `-${rounded}` : rounded;
}

/** The exact product of two decimal texts, without zeros at its end; `undefined` where one is none. */
export function timesDecimal(one: string, other: string): string | undefined {
  const factors = [one, other].map(text => /^(-?)(\d*)\.?(\d*)$/.exec(text.trim()));
  if (factors.some(match => !match?.[2] && !match?.[3])) return undefined;
  const scale = factors.reduce((sum, match) => sum + (match?.[3]?.length ?? 0), 0);
  const product = factors.reduce((all, match) => all * BigInt(`${match?.[2]}${match?.[3]}`), 1n);
  const digits = product.toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  const negative = product !== 0n && factors.filter(match => match?.[1]).length === 1;
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** `1234567.50` → `1,234,567.50`. */
export function groupDigits(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Short form for charts and key figures: 12.3万, 1.5亿; 12.3K, 1.5M. */
export function shortNumber(value: number, chinese: boolean): string {
  const steps: [number, string][] = chinese
    ? [
        [1e8, "亿"],
        [1e4, "万"],
      ]
    : [
        [1e9, "B"],
        [1e6, "M"],
        [1e3, "K"],
      ];
  for (const [size, word] of steps) {
    if (Math.abs(value) >= size) return `${trimZeros((value / size).toFixed(2))}${word}`;
  }
  return groupDigits(trimZeros(value.toFixed(2)));
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Which of two written decimals is greater, without the loss of precision that numbers bring. */
export function compareDecimals(left: string, right: string): number {
  const [one, other] = [partsOf(left), partsOf(right)];
  if (one.negative !== other.negative) return one.negative ? -1 : 1;
  const places = Math.max(one.fraction.length, other.fraction.length);
  const digits = ({ whole, fraction }: Parts) => BigInt(whole + fraction.padEnd(places, "0"));
  const order = digits(one) < digits(other) ? -1 : digits(one) > digits(other) ? 1 : 0;
  return one.negative ? -order || 0 : order;
}

interface Parts {
  negative: boolean;
  whole: string;
  fraction: string;
}

/** What cannot be read as a number compares as nought; forms do not let it through. */
function partsOf(written: string): Parts {
  const [, sign = "", whole = "0", fraction = ""] = /^(-?)(\d+)(?:\.(\d*))?$/.exec(written) ?? [];
  return { negative: sign === "-" && /[1-9]/.test(whole + fraction), whole, fraction };
}
