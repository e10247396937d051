/** `12345n` with two digits is `123.45`. */
export function decimalOf(units: bigint, digits: number): string {
  const sign = units < 0n ? "-" : "";
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, "0");
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

/** A decimal that is not negative in units of its last digit: `123.4` with two digits is `12340n`; none with more digits. */
export function unitsOf(decimal: string, digits: number): bigint | undefined {
  const match = /^(\d+)(?:\.(\d*))?$/.exec(decimal.trim());
  const fraction = (match?.[2] ?? "").replace(/0+$/, "");
  if (!match || fraction.length > digits) return undefined;
  return BigInt(match[1] + fraction.padEnd(digits, "0"));
}

/** A quotient of numbers that are not negative, rounded half up. */
export function halfUp(number: bigint, by: bigint): bigint {
  return (2n * number + by) / (2n * by);
}
