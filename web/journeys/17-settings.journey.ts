import { afterAll, afterEach, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";

afterEach(leave);
afterAll(closeBrowser);

test("an administrator names the company and says when its fiscal year begins", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/system");
  await page.getByLabel("公司简称").fill("云图");
  await page.getByLabel("查找设置").fill("财年");
  await page.getByLabel("财年开始月份").click();
  await page.locator(".ant-select-item-option").filter({ hasText: "4月" }).click();
  await page.getByText("2 项未保存").waitFor();
  await page.getByRole("button", { name: /保\s*存/ }).click();
  await page.getByText("设置已保存").first().waitFor();
  await page.getByRole("complementary").getByText("云图", { exact: true }).waitFor();

  await page.getByRole("button", { name: "修改记录" }).click();
  await page.getByText("1月 → 4月").first().waitFor();
});

test("a day of the year becomes a holiday of the company", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/calendar?year=2026");
  await page.getByRole("button", { name: "2026-11-25" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("休", { exact: true }).click();
  await dialog.getByLabel("名称").fill("司庆");
  await dialog.getByRole("button", { name: /保\s*存/ }).click();
  await page.getByRole("button", { name: "2026-11-25 休 司庆" }).waitFor();
});
