import { expect, test } from "vitest";
import { draftOf, newPool } from "./pools";

test("a pool that is read and written again stays as it is", () => {
  const draft = {
    ...newPool("customer"),
    name: "华东",
    members: { users: [1], departments: [2], roles: [3] },
  };
  const label = (id: number) => ({ id, label: `#${id}` });
  const read = {
    ...draft,
    id: 7,
    version: 3,
    members: { users: [label(1)], departments: [label(2)], roles: [label(3)] },
    administrators: [],
    target: null,
    numbers: { free: 0, held: 0, returning: 0 },
  };
  expect(draftOf(read as unknown as Parameters<typeof draftOf>[0])).toEqual(draft);
});
