import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
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

test("what a colleague saves while one is typing is asked about, never written over", async () => {
  const server = await Server.signedIn();
  const shared = await server.post<{ id: number; version: number }>("/records/customer", {
    name: "两人同改的客户",
    owner: seller.id,
    phone: "021-11110000",
  });
  const path = `/records/customer/${shared.id}`;
  const page = await visit();
  await signIn(page, "together", PASSWORD);
  await page.goto(`/o/customer/${shared.id}`);
  await page.getByRole("button", { name: "编辑", exact: true }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^电话/).fill("021-22220000");
  await server.patch(path, { version: shared.version, phone: "021-33330000" });
  await page.locator("[data-field=phone]").getByText("021-33330000").waitFor();

  await form.getByRole("button", { name: /^保\s*存$/ }).click();
  await page.getByText(/也改了这条记录/).waitFor();
  await page.getByRole("button", { name: "全部用对方的" }).click();
  await page.getByRole("button", { name: "按所选保存" }).click();
  await form.waitFor({ state: "detached" });
  expect(await server.get(path)).toMatchObject({ phone: expect.stringMatching(/33330000$/) });
});

test("a card that a colleague moves in the same moment ends where it was said to, and the board is read once", async () => {
  const server = await Server.signedIn();
  const customer = await server.post<{ id: number }>("/records/customer", { name: "两人同移的客户" });
  const deal = await server.post<{ id: number; version: number }>("/records/opportunity", {
    name: "两人同移的商机",
    customer: customer.id,
  });
  const page = await visit();
  await signIn(page);
  await page.goto("/o/opportunity?kind=board");
  const lane = (name: string) => page.getByRole("region", { name: new RegExp(`^${name} 列`) });
  const card = page.getByRole("listitem", { name: "两人同移的商机 的卡片" });
  await lane("初步沟通").locator(card).waitFor();

  const asked: string[] = [];
  page.on("request", request => request.url().endsWith("/opportunity/board") && asked.push(request.url()));
  await card.press("Control+ArrowRight");
  await page
    .getByText(/两人同移的商机 已移到 需求确认/)
    .first()
    .waitFor();
  await page.waitForResponse(response => response.url().endsWith("/opportunity/board"));
  const path = `/records/opportunity/${deal.id}`;
  const { version } = await server.get<{ version: number }>(path);

  let mine = 0;
  await page.route(`**/api${path}`, async route => {
    if (route.request().method() === "PATCH" && ++mine === 1) {
      await server.patch(path, { version, stage: "quote" });
    }
    await route.continue();
  });
  expect(asked).toHaveLength(1);
  await card.press("Control+ArrowRight");
  await page.getByText(/也改了这条记录/).waitFor();
  await page.getByRole("button", { name: "全部用对方的" }).click();
  await page.getByRole("button", { name: "按所选保存" }).click();
  await lane("报价").locator(card).waitFor();
  expect(await server.get(path)).toMatchObject({ stage: "quote" });
});
