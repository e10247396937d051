import type { Page } from "playwright-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { expectAccessible, expectFits, expectReadable } from "./world/axe";
import { closeBrowser, DESK, leave, PHONE, signIn, visit } from "./world/browser";
import { OWN_FILE, readIn } from "./world/importing";
import { Server } from "./world/server";

afterEach(leave);
afterAll(closeBrowser);

/** What the navigation does not lead to at once. */
const BEHIND = [
  "/import/customer",
  "/recycle/customer",
  "/profile",
  "/settings/roles?role=new",
  "/settings/roles?compare=with",
  "/settings/objects/customer",
  "/settings/objects/customer?tab=layouts",
];

test("every page is accessible and fits, at the desk, in the dark and on the phone", {
  timeout: 600_000,
}, async () => {
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /登\s*录/ }).waitFor();
  await expectGood(page, "sign-in");
  await signIn(page);
  const addresses = [...(await ofTheNavigation(page)), ...BEHIND, await aCustomer()];
  expect(addresses.length).toBeGreaterThan(35);
  // Two at once, as there are two cores.
  const other = await visit();
  await signIn(other);
  const left = addresses.values();
  const walk = async (walker: Page) => {
    for (const address of left) {
      await walker.goto(address);
      await expectGood(walker, address);
    }
  };
  await Promise.all([walk(page), walk(other)]);
});

test("the steps of an import are accessible and fit, at the desk, in the dark and on the phone", async () => {
  const page = await visit();
  await signIn(page);
  await readIn(page, OWN_FILE);
  await expectGood(page, "columns of an import");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("heading", { name: "检查结果" }).waitFor();
  await expectGood(page, "verdicts of an import");
});

/** Without faults at the desk and on the phone, and readable in the dark, which changes colours and nothing else. */
async function expectGood(page: Page, what: string): Promise<void> {
  await settled(page);
  await expectAccessible(page, what);
  await expectFits(page, what);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator("html[data-theme=dark]").waitFor();
  await expectReadable(page, `${what} in the dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectAccessible(page, what);
  await expectFits(page, what);
  await page.setViewportSize(DESK);
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
  await page.evaluate(
    () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function ofTheNavigation(page: Page): Promise<string[]> {
  const navigation = page.getByRole("navigation", { name: "主导航" });
  const folded = navigation.locator("button[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
  return navigation
    .getByRole("link")
    .evaluateAll(links => [...new Set(links.map(link => link.getAttribute("href") as string))]);
}

async function aCustomer(): Promise<string> {
  const server = await Server.signedIn();
  const [first] = await server.all("customer", { fields: ["name"] });
  return `/o/customer/${first?.id}`;
}
