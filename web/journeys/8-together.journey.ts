import { afterAll, afterEach, beforeAll, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";
import { Server } from "./world/server";

const PASSWORD = "works-with-others-all-day";
let seller: { id: number };

beforeAll(async () => {
  const server = await Server.signedIn();
  const own = ["read", "edit"].map(verb => ({ object: "customer", verb, scope: "own" }));
  const role = await server.post<{ id: number }>("/roles", { name: "同事", grants: own });
  seller = await server.post<{ id: number }>("/users", {
    login: "together",
    name: "合作",
    password: PASSWORD,
    roles: [role.id],
  });
});

afterEach(leave);
afterAll(closeBrowser);

test("who is given a customer is told at once, and sees what colleagues change", async () => {
  const page = await visit();
  await signIn(page, "together", PASSWORD);
  await page.goto("/o/customer");
  await page.getByText("还没有客户").waitFor();

  const server = await Server.signedIn();
  const given = await server.post<{ id: number; version: number }>("/records/customer", {
    name: "一起服务的客户",
  });
  const path = `/records/customer/${given.id}`;
  const owned = await server.patch<{ version: number }>(path, { version: given.version, owner: seller.id });

  await page.getByRole("button", { name: /1 条未读/ }).click();
  await page
    .getByText(/一起服务的客户/)
    .last()
    .click();
  await page.getByRole("heading", { level: 1, name: "一起服务的客户" }).waitFor();

  await server.patch(path, { version: owned.version, phone: "021-66668888" });
  await page.getByText("021-66668888").first().waitFor();
});
