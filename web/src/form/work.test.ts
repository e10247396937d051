import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import { describe, expect, it } from "vitest";
import { workFor, zeroBits } from "./work";

describe("work for a ticket", () => {
  it("counts the zero bits at the beginning", () => {
    expect(zeroBits(new Uint8Array([0xff]))).toBe(0);
    expect(zeroBits(new Uint8Array([0, 0x1f, 0xff]))).toBe(11);
    expect(zeroBits(new Uint8Array([0, 0]))).toBe(16);
  });

  it("finds a number that the server accepts", async () => {
    const work = await workFor("v1:ticket", 9);
    expect(zeroBits(sha256(utf8ToBytes(`v1:ticket.${work}`)))).toBeGreaterThanOrEqual(9);
  });
});
