import { expect, test } from "vitest";
import { bodyOf, draftOf } from "./robots";

const NEW = draftOf(null, "zh-CN");

test("what was not typed is not sent, and stays as it is", () => {
  expect(bodyOf(NEW)).not.toHaveProperty("address");
  expect(bodyOf(NEW)).not.toHaveProperty("secret");
  expect(bodyOf({ ...NEW, address: "https://x", secret: "s" })).toMatchObject({
    address: "https://x",
    secret: "s",
  });
  expect(bodyOf({ ...NEW, secret: null })).toHaveProperty("secret", null);
});

test("for everybody nobody is named", () => {
  expect(bodyOf({ ...NEW, departments: [1] })).not.toHaveProperty("departments");
  expect(bodyOf({ ...NEW, everybody: false, departments: [1] })).toMatchObject({ departments: [1] });
});
