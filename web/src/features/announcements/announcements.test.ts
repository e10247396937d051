import { expect, test } from "vitest";
import { bodyOf, EMPTY } from "./announcements";

test("who is named while it is for some is not sent when it is for everybody", () => {
  const some = { ...EMPTY, everybody: false, people: [3], departments: [4] };
  expect(bodyOf(some)).toMatchObject({ everybody: false, people: [3], departments: [4], roles: [] });
  expect(bodyOf({ ...some, everybody: true })).not.toHaveProperty("people");
});
