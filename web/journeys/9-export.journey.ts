import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, DESK, leave, PHONE, signIn, visit } from "./world/browser";

afterEach(leave);
afterAll(closeBrowser);

test.each([
  ["desk", DESK],
  ["phone", PHONE],
])("a list leaves as a file from the %s, and stays on record", async (_, size) => {
  const page = await visit({ size });
  await signIn(page);
  await page.goto("/o/customer");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await page.getByRole("button", { name: "开始导出" }).click();
  const fetch = page.getByRole("dialog").getByRole("button", { name: "下载" });
  await fetch.waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), fetch.click()]);
  expect(file.suggestedFilename()).toMatch(/^客户-\d{8}-\d{4}\.xlsx$/);
  await page.getByRole("link", { name: "查看导出记录" }).click();
  await page
    .getByRole("button", { name: /^下载 客户/ })
    .first()
    .waitFor();
});

test("the logs are searched and checked", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/logs?log=logins");
  await page.getByRole("cell", { name: "127.0.0.1" }).first().waitFor();
  await page.getByRole("button", { name: "核对日志" }).click();
  await page.getByRole("button", { name: "开始核对" }).click();
  await page
    .getByLabel(/还没有封存的行|与封存时一致/)
    .first()
    .waitFor();
});
