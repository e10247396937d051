import { readFileSync } from "node:fs";
import openapiTS, { astToString, COMMENT_HEADER } from "openapi-typescript";
import { expect, expectTypeOf, it } from "vitest";
import type {
  BusinessObject,
  Field,
  ProblemBody,
  RecordData,
  RecordLink,
  SessionData,
  StaleBody,
} from "./contract";
import type { components } from "./wire";

type Wire = components["schemas"];

const read = (name: string) => readFileSync(new URL(name, import.meta.url), "utf8");

/** And a test of the server holds that the description is its own. */
it("the wire types are made from the description (npm run types)", async () => {
  const made = astToString(await openapiTS(JSON.parse(read("description.json"))));
  expect(read("wire.ts")).toBe(COMMENT_HEADER + made);
});

/** Held by the compiler. The kinds of fields are the registry's; a session on a page always has its secret. */
it("the shapes written by hand can hold what the server answers", () => {
  expectTypeOf<Omit<Wire["Field"], "kind" | "result">>().toExtend<Omit<Field, "kind" | "result">>();
  expectTypeOf<Omit<Wire["BusinessObject"], "fields" | "commands">>().toExtend<
    Omit<BusinessObject, "fields" | "commands">
  >();
  expectTypeOf<Omit<Wire["Session"], "csrf">>().toExtend<Omit<SessionData, "csrf">>();
  expectTypeOf<Wire["AnyRecord"]>().toExtend<RecordData>();
  expectTypeOf<Wire["RecordLink"]>().toExtend<RecordLink>();
  expectTypeOf<Wire["Problem"]>().toExtend<ProblemBody>();
  expectTypeOf<Required<Wire["ConflictProblem"]>>().toExtend<StaleBody>();
});
