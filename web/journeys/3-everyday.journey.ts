import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";
import { Server } from "./world/server";

const CUSTOMER = "云图数字科技（杭州）有限公司";
let id = 0;

beforeAll(async () => {
  const server = await Server.signedIn();
  const [there] = await server.all("customer", { filter: { field: "name", op: "eq", value: CUSTOMER } });
  const made =
    there ??
    (await server.post<Record<string, unknown>>("/records/customer", { name: CUSTOMER, level: "B" }));
  id = made.id as number;
});

afterEach(leave);
afterAll(closeBrowser);

test("two characters find the customer, from anywhere", async () => {
  const page = await visit();
  await signIn(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "搜索" }).fill("云图");
  await page.getByRole("option", { name: CUSTOMER }).click();
  await page.getByRole("heading", { name: CUSTOMER }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/o/customer/${id}`);
});

test("a contact and a follow-up with a next contact date stay with the customer", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto(`/o/customer/${id}`);
  await page.getByRole("tab", { name: /^联系人/ }).click();
  await page.getByRole("tabpanel").getByRole("button", { name: "添加联系人" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^姓名/).fill("欧阳文静");
  await form.getByLabel(/^手机/).fill("１３８ ００１３ ８００９");
  await form.getByRole("button", { name: /保\s*存$/ }).click();
  await page.getByText("欧阳文静").first().waitFor();

  await page.getByRole("tab", { name: /^动态/ }).click();
  await page.getByLabel("写跟进").fill("电话里约了下周演示，关心数据导入。");
  await page.getByRole("button", { name: "明天" }).click();
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ longitude: 120.15, latitude: 30.28 });
  await page.getByRole("button", { name: /结果、位置$/ }).click();
  await page.getByRole("button", { name: "取当前位置" }).click();
  await page.getByLabel("结果").fill("约好演示");
  await page.getByLabel("地点").fill("西湖园区");
  await page.getByRole("button", { name: /记\s*录/ }).click();
  await page.getByText("跟进已记录").waitFor();
  await page.getByRole("listitem").getByText("电话里约了下周演示，关心数据导入。").waitFor();

  const server = await Server.signedIn();
  const [contact] = await server.all("contact", { filter: { field: "customer", op: "eq", value: id } });
  expect(contact).toMatchObject({ name: "欧阳文静" });
  expect(String(contact?.phone)).toMatch(/13800138009$/);
  const [followUp] = await server.all("activity", {
    filter: { field: "outcome", op: "eq", value: "约好演示" },
  });
  expect(followUp?.place).toEqual({ longitude: 120.15, latitude: 30.28, place: "西湖园区" });
  const customer = await server.get<Record<string, unknown>>(`/records/customer/${id}`);
  expect(customer.nextContactAt).toBeTruthy();
  expect(customer.lastContactAt).toBeTruthy();
});

test("a cell is changed in the list, and changed back", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto(`/o/customer?search=${encodeURIComponent("云图数字")}`);
  const row = page.getByRole("row").filter({ hasText: CUSTOMER });
  await row.getByRole("gridcell", { name: "B 级" }).dblclick();
  await row.getByRole("combobox").fill("A 级");
  // Enter chooses what is highlighted, and that follows what is typed a moment later.
  await page.locator(".ant-select-item-option-active", { hasText: "A 级" }).waitFor();
  await page.keyboard.press("Enter");
  await row.getByText("A 级").waitFor();
  await page
    .getByRole("button", { name: /^撤\s*销$/ })
    .last()
    .click();
  await row.getByText("B 级").waitFor();
  const server = await Server.signedIn();
  expect(await server.get(`/records/customer/${id}`)).toMatchObject({ level: "B" });
});

test("what was deleted comes back from the list of operations", async () => {
  const page = await visit();
  const server = await Server.signedIn();
  const made = await server.post<{ id: number; version: number }>("/records/customer", {
    name: "暂存客户有限公司",
  });
  await server.delete(`/records/customer/${made.id}?version=${made.version}`);
  await signIn(page);
  await page.goto("/operations");
  const row = page
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: /^删除 客户/ }) })
    .first();
  await row.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销" }).click();
  await row.getByText("已撤销").waitFor();
  expect(await server.get(`/records/customer/${made.id}`)).toMatchObject({ name: "暂存客户有限公司" });
});
