import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";
import { Server } from "./world/server";

const PASSWORD = "sees-what-is-shared-by-rule";
let customer: { id: number };

beforeAll(async () => {
  const server = await Server.signedIn();
  const verbs = ["read", "edit", "delete"];
  const role = await server.post<{ id: number }>("/roles", {
    name: "客服",
    grants: verbs.map(verb => ({ object: "customer", verb, scope: "own" })),
    fields: [{ object: "customer", field: "phone", right: "masked", reveal: true }],
  });
  await server.post("/users", { login: "shared", name: "何规则", password: PASSWORD, roles: [role.id] });
  customer = await server.post("/records/customer", {
    name: "按规则共享的客户",
    phone: "13812345678",
    status: "paused",
  });
});

afterEach(leave);
afterAll(closeBrowser);

test("an administrator shares by rule and sees through the eyes of a colleague that it works", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/sharing");
  await page.getByRole("button", { name: "新建规则" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^规则名称/).fill("共享的客户给客服");
  await form.getByLabel("客户名称的值").fill("按规则共享");
  await form.getByLabel(/^角色/).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "客服" }).click();
  await form.getByText("1 条记录符合条件，共享给 1 人").waitFor();
  await form.getByText("何规则 多看到 1 条").waitFor();
  await form.getByLabel(/^规则名称/).click();
  await form.getByRole("button", { name: /保\s*存/ }).click();
  await page.getByRole("button", { name: "共享的客户给客服", exact: true }).waitFor();

  await page.goto("/settings/people");
  await page.getByRole("button", { name: "“何规则”的操作" }).click();
  await page.getByRole("menuitem", { name: "以此身份查看" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "以此身份查看" }).click();
  await page.getByText(/正在以“何规则”的身份查看/).waitFor();
  await page.goto(`/o/customer/${customer.id}`);
  await page.getByRole("heading", { level: 1, name: "按规则共享的客户" }).waitFor();
  expect(await page.getByRole("button", { name: "编辑" }).count()).toBe(0);
  await page.getByRole("button", { name: "结束查看" }).click();
  await page.getByText(/正在以“何规则”的身份查看/).waitFor({ state: "hidden" });
});

test("a masked phone is shown to who may, one at a time", async () => {
  const page = await visit();
  await signIn(page, "shared", PASSWORD);
  await page.goto(`/o/customer/${customer.id}`);
  await page.getByText("138****5678").first().waitFor();
  await page.getByRole("button", { name: "查看“电话”" }).first().click();
  await page.getByText("13812345678").first().waitFor();
});
