import type { Labelled, RecordData } from "~/kernel/api/contract";
import { decimalOf, unitsOf } from "~/kernel/text/units";

/** Digits of quantities behind the point. */
const DIGITS = 4;

/** A line of an order, and how much of it is sent. */
export interface Part {
  key: number;
  /** Of the line of the delivery that is there already. */
  id?: number;
  name: string;
  unit: string;
  ordered: string;
  delivered: string;
  /** Open but for this delivery, in units. */
  open: bigint;
  quantity: string;
}

/** What may be sent of an order: of a new delivery all that is open, of one that is there what it contains. */
export function partsOf(ordered: RecordData[], sent: RecordData[] | null): Part[] {
  return ordered
    .map((line): Part => {
      const own = sent?.find(each => (each.ordered as Labelled | null)?.id === line.id);
      const open = unitsOf(text(line.undelivered), DIGITS) ?? 0n;
      const counted = unitsOf(text(own?.counted), DIGITS) ?? 0n;
      return {
        key: line.id,
        ...(own ? { id: own.id } : {}),
        name: String(line.name ?? ""),
        unit: String(line.unit ?? ""),
        ordered: plain(text(line.quantity)),
        delivered: plain(text(line.delivered)),
        open: open + counted,
        quantity: own
          ? plain(text(own.quantity))
          : sent === null && open > 0n
            ? plain(decimalOf(open, DIGITS))
            : "",
      };
    })
    .filter(part => part.id !== undefined || part.open > 0n);
}

/** All that is open, or nothing at all. */
export function filled(parts: Part[], all: boolean): Part[] {
  return parts.map(part => ({ ...part, quantity: all ? plain(decimalOf(part.open, DIGITS)) : "" }));
}

/** Is more typed than is open? */
export function isBeyond(part: Part): boolean {
  return (unitsOf(part.quantity || "0", DIGITS) ?? 0n) > part.open;
}

export function openOf(part: Part): string {
  return plain(decimalOf(part.open, DIGITS));
}

/** The parts that are sent; where nothing is typed all are, so that the first is told to be missing its quantity. */
export function chosen(parts: Part[]): Part[] {
  const typed = parts.filter(part => part.quantity.trim() !== "" && !/^[0.]+$/.test(part.quantity.trim()));
  return typed.length > 0 ? typed : parts;
}

/** As it is written. */
export function wireOf(parts: Part[]) {
  return chosen(parts).map(part => ({
    ...(part.id === undefined ? {} : { id: part.id }),
    ordered: part.key,
    quantity: part.quantity.trim() || "0",
  }));
}

/** `3.0000` is shown as `3`. */
export function plain(decimal: string): string {
  return decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
}

function text(value: unknown): string {
  return value === null || value === undefined ? "0" : String(value);
}
