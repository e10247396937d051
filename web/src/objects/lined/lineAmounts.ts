import { halfUp, unitsOf } from "~/kernel/text/units";

/** What a line is reckoned from; decimals as they are written. */
export interface LineTerms {
  quantity: string;
  price: string;
  /** In percent off the price. */
  discount: string;
  /** In percent. */
  taxRate: string;
}

/** In the smallest unit of the currency, so that sums are exact. */
export interface LineAmounts {
  net: bigint;
  tax: bigint;
  amount: bigint;
}

const QUANTITY = 4;
const PRICE = 6;
const PERCENT = 2;
const HUNDRED = 10_000n;

/**
 * What a line will come to, as the server reckons it: rounded once, half up, to the digits of the currency, and its tax
 * once. Nothing, while a number is missing.
 */
export function lineAmounts(terms: LineTerms, taxIncluded: boolean, digits: number): LineAmounts | undefined {
  const quantity = unitsOf(terms.quantity, QUANTITY);
  const price = unitsOf(terms.price, PRICE);
  const discount = unitsOf(terms.discount || "0", PERCENT);
  const rate = unitsOf(terms.taxRate || "0", PERCENT);
  if (quantity === undefined || price === undefined || discount === undefined || rate === undefined)
    return undefined;
  const exact = quantity * price * (HUNDRED - discount);
  const stated = halfUp(exact, 10n ** BigInt(QUANTITY + PRICE + 2 * PERCENT - digits));
  if (taxIncluded) {
    const tax = halfUp(stated * rate, HUNDRED + rate);
    return { net: stated - tax, tax, amount: stated };
  }
  const tax = halfUp(stated * rate, HUNDRED);
  return { net: stated, tax, amount: stated + tax };
}

/** All lines together. */
export function sumOf(lines: LineAmounts[]): LineAmounts {
  return lines.reduce(
    (sum, line) => ({ net: sum.net + line.net, tax: sum.tax + line.tax, amount: sum.amount + line.amount }),
    { net: 0n, tax: 0n, amount: 0n },
  );
}
