import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";

afterEach(leave);
afterAll(closeBrowser);

test("a report is built by clicking, opens its records, and is kept", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/reports");
  await page.getByRole("button", { name: "新建报表" }).first().click();
  await page.getByRole("main").getByRole("button", { name: "客户", exact: true }).click();
  await page.getByRole("button", { name: "负责人", exact: true }).click();
  await page.getByRole("figure", { name: "柱形图：客户数，按负责人" }).waitFor();

  await page.getByTitle("表格", { exact: true }).click();
  const total = page.getByRole("row", { name: /^合计/ }).getByRole("button");
  const figure = await total.innerText();
  await total.click();
  await page.getByRole("link", { name: "查看记录" }).click();
  await page.getByText(`${figure} 条`, { exact: true }).first().waitFor();

  await page.goBack();
  await page.getByRole("button", { name: "移除“负责人”" }).waitFor();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^名称/).fill("各人的客户");
  await dialog.getByRole("button", { name: /保\s*存/ }).click();
  await page.waitForURL(/\/reports\/\d+$/);
  await page.getByRole("heading", { name: "各人的客户" }).waitFor();

  await page.goto("/reports?which=mine");
  await page.getByRole("button", { name: "“各人的客户”的操作" }).click();
  await page.getByRole("menuitem", { name: "删除" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /删\s*除/ })
    .click();
  await page.getByText("已删除“各人的客户”").waitFor();
  expect(await page.getByRole("link", { name: "各人的客户" }).count()).toBe(0);
});

test("a dashboard is put together, and what narrows it stands in the address", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/dashboards/new");
  const add = page.getByRole("combobox", { name: "选择要放上来的报表" });
  await add.fill("业绩排名");
  await add.press("Enter");
  await page.getByRole("article", { name: "业绩排名" }).waitFor();
  await page.getByRole("button", { name: "“业绩排名”的操作" }).click();
  await page.getByRole("menuitem", { name: "加宽" }).click();
  await page.getByRole("button", { name: "保存", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^名称/).fill("我的一页");
  await dialog.getByRole("button", { name: /保\s*存/ }).click();
  await page.waitForURL(/\/dashboards\/\d+$/);
  await page.getByRole("button", { name: "期间：各报表自己的" }).click();
  await page.waitForURL(/period=thisMonth/);
});
