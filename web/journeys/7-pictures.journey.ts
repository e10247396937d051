import { mkdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, test } from "vitest";
import { closeBrowser, DESK, leave, PHONE, signIn, visit } from "./world/browser";
import { OWN_FILE, readIn } from "./world/importing";
import { Product } from "./world/product";

const folder = new URL("../../docs/images/", import.meta.url).pathname;
const ADMIN = { HENGKE_ADMIN_LOGIN: "admin", HENGKE_ADMIN_PASSWORD: "pictures-of-the-product" };

afterEach(leave);
afterAll(closeBrowser);

// HENGKE_PICTURES=true ./hengke journeys journeys/7
test.skipIf(!process.env.HENGKE_PICTURES)("pictures for the README", { timeout: 600_000 }, async () => {
  mkdirSync(folder, { recursive: true });
  const product = await Product.start({ ...ADMIN, HENGKE_DEMO: "true" });
  try {
    for (const [name, size] of [
      ["desk", DESK],
      ["phone", PHONE],
    ] as const) {
      const page = await visit({ size, url: product.url });
      await signIn(page, ADMIN.HENGKE_ADMIN_LOGIN, ADMIN.HENGKE_ADMIN_PASSWORD);
      await page.goto("/o/customer");
      await page.getByRole("link").filter({ hasText: "公司" }).first().waitFor();
      await picture(page, `customers-${name}`);
      await page.getByRole("link").filter({ hasText: "公司" }).first().click();
      await page.getByRole("tab", { name: /^动态/ }).click();
      await picture(page, `customer-${name}`);
      if (size === PHONE) continue;
      await readIn(page, OWN_FILE);
      await picture(page, `import-${name}`);
    }
  } finally {
    await product.stop();
  }
});

/** Waits until nothing is on its way, so that two runs make the same picture. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForLoadState("networkidle");
  await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
  await page.screenshot({ path: `${folder}${name}.png`, animations: "disabled" });
}
