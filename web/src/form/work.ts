import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** How many hashes are tried before the page gets to draw and listen again. */
const AT_ONCE = 500;

/** Finds a number whose SHA-256 with the ticket begins with so many zero bits, without holding up the page. */
export async function workFor(ticket: string, bits: number): Promise<string> {
  for (let work = 0; ; work++) {
    if (zeroBits(sha256(utf8ToBytes(`${ticket}.${work}`))) >= bits) return String(work);
    if (work % AT_ONCE === AT_ONCE - 1) await new Promise(resume => setTimeout(resume));
  }
}

/** How many bits are zero before the first that is not. */
export function zeroBits(hash: Uint8Array): number {
  const first = hash.findIndex(byte => byte !== 0);
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] as number) - 24;
}
