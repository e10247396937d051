import type { Locator, Page } from "playwright-core";
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
  "/reports/new?object=customer",
];

test("every page is accessible and fits, at the desk, in the dark and on the phone", {
  timeout: 900_000,
}, async () => {
  const page = await visit();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /登\s*录/ }).waitFor();
  await expectGood(page, "sign-in");
  await signIn(page);
  const shown = await linksOfTheNavigation(page);
  const behind = [...BEHIND, await aCustomer()];
  expect(shown.length + behind.length).toBeGreaterThan(35);
  // Two at once, as there are two cores.
  const other = await visit();
  await signIn(other);
  const linked = shown.values();
  const unlinked = behind.values();
  const walk = async (walker: Page) => {
    for (const address of linked) {
      await follow(walker, address);
      await expectGood(walker, address);
    }
    for (const address of unlinked) {
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
  await still(page);
  await expectReadable(page, `${what} in the dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("html[data-theme=light]").waitFor();
  await page.setViewportSize(PHONE);
  await settled(page);
  await expectAccessible(page, what);
  await expectFits(page, what);
  await page.setViewportSize(DESK);
}

async function settled(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
  await still(page);
}

/** Until what changes gradually has changed: colours half way to another theme have any contrast. */
async function still(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let passing: Animation[];
    do {
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      passing = document
        .getAnimations()
        .filter(each => Number.isFinite(each.effect?.getComputedTiming().endTime));
      await Promise.allSettled(passing.map(each => each.finished));
    } while (passing.length > 0);
  });
}

/** As its user does, which loads the product once; each page has a heading of its own, by which one knows it is there. */
async function follow(page: Page, address: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 }).first();
  const before = await heading.innerText();
  if (new URL(page.url()).pathname === address) return;
  const navigation = await unfolded(page);
  await navigation.locator(`a[href="${address}"]`).first().click();
  await expect.poll(() => heading.innerText(), { timeout: 60_000, message: address }).not.toBe(before);
}

async function linksOfTheNavigation(page: Page): Promise<string[]> {
  const navigation = await unfolded(page);
  return navigation
    .getByRole("link")
    .evaluateAll(links => [...new Set(links.map(link => link.getAttribute("href") as string))]);
}

async function unfolded(page: Page): Promise<Locator> {
  const navigation = page.getByRole("navigation", { name: "主导航" });
  await navigation.waitFor();
  const folded = navigation.locator("button[aria-expanded=false]");
  while ((await folded.count()) > 0) await folded.first().click();
  return navigation;
}

async function aCustomer(): Promise<string> {
  const server = await Server.signedIn();
  const [first] = await server.all("customer", { fields: ["name"] });
  return `/o/customer/${first?.id}`;
}
