import { describe, expect, it } from "vitest";
import type { BusinessObject } from "~/kernel/api/contract";
import { birthdayOf } from "./birthdays";

const contact = { name: "contact", titleField: "name" } as BusinessObject;
const of = (values: Record<string, unknown>) =>
  birthdayOf(contact, { id: 1, version: 1, name: "李四", ...values }, "2026-11-29");

describe("a birthday", () => {
  it("tells the lunar day only where it goes by that", () => {
    const both = { nextBirthday: "2026-11-30", lunarBirthday: "十月廿二" };
    expect(of({ ...both, birthdayCalendar: "lunar" }).lunar).toBe("十月廿二");
    expect(of({ ...both, birthdayCalendar: "solar" }).lunar).toBeNull();
  });

  it("tells the age where the year is known, also when the lunar day falls elsewhere in the year", () => {
    expect(of({ nextBirthday: "2026-11-30", birthday: "1990-11-30" })).toMatchObject({ age: 36, days: 1 });
    expect(of({ nextBirthday: "2027-01-10", birthday: "1989-12-30" }).age).toBe(37);
    expect(of({ nextBirthday: "2026-11-30" }).age).toBeNull();
  });
});
