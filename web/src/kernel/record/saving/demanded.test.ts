import { describe, expect, it } from "vitest";
import { Problem } from "~/kernel/api/problem";
import { customer } from "~/kernel/testing/world";
import { demandedBy } from "./demanded";

const refused = (...fields: string[]) =>
  new Problem({
    status: 422,
    code: "validation",
    title: "",
    errors: fields.map(field => ({ field, code: "demands", message: `because of ${field}` })),
  });

describe("what a refused change lacks", () => {
  it("is the other fields it requires", () => {
    const demanded = demandedBy(customer, refused("phone"), { status: "won" });
    expect(demanded.map(({ field, message }) => [field.name, message])).toEqual([
      ["phone", "because of phone"],
    ]);
  });

  it("is nothing when the change itself is wrong, or only a part can be filled in", () => {
    expect(demandedBy(customer, refused("status"), { status: "won" })).toEqual([]);
    expect(demandedBy(customer, refused("phone", "status"), { status: "won" })).toEqual([]);
    expect(demandedBy(customer, refused("phone", "updatedAt"), { status: "won" })).toEqual([]);
    expect(demandedBy(customer, refused("unheardOf"), { status: "won" })).toEqual([]);
  });
});
