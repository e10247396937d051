import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, leave, visit } from "./world/browser";
import { Product } from "./world/product";

afterEach(leave);
afterAll(closeBrowser);

test("the printed link makes the first administrator, once", { timeout: 300_000 }, async () => {
  const product = await Product.start({});
  try {
    const link = new URL(product.printed(/http\S*\/setup\?token=[\w.~-]+/));
    const page = await visit({ url: product.url });
    await page.goto(link.pathname + link.search);
    await page.getByLabel("公司名称").fill("恒客科技");
    await page.getByLabel("您的姓名").fill("安娜");
    await page.getByLabel("登录名").fill("ana");
    await page.getByLabel("密码", { exact: false }).first().fill("short");
    await page.getByRole("button", { name: "开始使用" }).click();
    await page.locator(".form-row-error, [role=alert]").first().waitFor();
    await page.getByLabel("密码", { exact: false }).first().fill("a-long-enough-secret");
    await page.getByRole("button", { name: "开始使用" }).click();
    await page.getByRole("navigation", { name: "主导航" }).waitFor();

    const again = await visit({ url: product.url });
    await again.goto(link.pathname + link.search);
    await again.getByRole("button", { name: "去登录" }).click();
    await again.getByLabel("登录名").fill("ana");
    await again.getByLabel("密码", { exact: false }).first().fill("a-long-enough-secret");
    await again.getByRole("button", { name: /登\s*录/ }).click();
    await again.getByRole("navigation", { name: "主导航" }).waitFor();
    expect(new URL(again.url()).pathname).toBe("/");
  } finally {
    await product.stop();
  }
});
