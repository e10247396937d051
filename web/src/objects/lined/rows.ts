import type { Draft, Labelled, RecordData } from "~/kernel/api/contract";
import { parseDecimal } from "~/kernel/text/decimals";

/** A line while it is edited: numbers as they are typed. */
export interface LineRow {
  key: string;
  id?: number;
  product: Labelled | null;
  name: string;
  unit: string;
  quantity: string;
  price: string;
  discount: string;
  taxRate: string;
  remarks: string;
  /** The price follows the price books as long as nobody has typed one. */
  priced: "books" | "hand";
  /** Below it, approval is needed; absent where none is known. */
  floor?: string;
}

let count = 0;

export function emptyRow(): LineRow {
  return {
    key: `new-${++count}`,
    product: null,
    name: "",
    unit: "",
    quantity: "1",
    price: "",
    discount: "",
    taxRate: "",
    remarks: "",
    priced: "books",
  };
}

/** A line as it was read. */
export function rowOf(line: RecordData): LineRow {
  return {
    key: String(line.id),
    id: line.id,
    product: (line.product as Labelled | null) ?? null,
    name: text(line.name),
    unit: text(line.unit),
    quantity: plain(line.quantity),
    price: plain(line.price),
    discount: plain(line.discount),
    taxRate: plain(line.taxRate),
    remarks: text(line.remarks),
    priced: "hand",
    floor: line.floorPrice ? plain(line.floorPrice) : undefined,
  };
}

/** A line as it is sent; what nobody has said, the server takes from the product. */
export function wireOf(row: LineRow): Draft {
  const typed: Draft = {
    name: row.name,
    unit: row.unit,
    quantity: row.quantity,
    price: row.price,
    discount: row.discount || "0",
    taxRate: row.taxRate,
  };
  const given = Object.entries(typed).filter(([, value]) => value !== "");
  return {
    ...(row.id ? { id: row.id } : {}),
    product: row.product?.id ?? null,
    remarks: row.remarks || null,
    ...Object.fromEntries(given),
  };
}

/** Has anything been said on this line at all? */
export function isBlank(row: LineRow): boolean {
  return !row.id && !row.product && !row.name && !row.price && !row.remarks;
}

/** One line of a block that was copied from a spreadsheet: what it is, how many, for how much, how much off. */
export interface PastedLine {
  words: string;
  quantity: string;
  price: string;
  discount: string;
}

/** Reads such a block; its first line may be titles. Lines that name nothing are left out. */
export function pastedLines(clipboard: string): PastedLine[] {
  const rows = clipboard
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map(line => line.split("\t").map(cell => cell.trim().replace(/^"(.*)"$/, "$1")))
    .filter(cells => cells[0]);
  const titled = rows.length > 1 && rows[0]?.slice(1).some(cell => cell && !parseDecimal(cell));
  return (titled ? rows.slice(1) : rows).map(([words = "", quantity = "", price = "", discount = ""]) => ({
    words,
    quantity: parseDecimal(quantity) ?? "1",
    price: parseDecimal(price) ?? "",
    discount: parseDecimal(discount) ?? "",
  }));
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** `3.0000` is shown as `3`. */
export function plain(value: unknown): string {
  const decimal = value === null || value === undefined ? "" : String(value);
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}
