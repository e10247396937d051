import { readFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, it } from "vitest";

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** And a test of the server holds that the description is its own. */
it("the wire types are made from the description (npm run types)", async () => {
  const made = astToString(await openapiTS(JSON.parse(read("description.json"))));
  expect(read("wire.ts")).toBe(COMMENT_HEADER + made);
});
