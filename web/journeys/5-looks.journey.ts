import type { Page } from "playwright-core";
import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, leave, PHONE, signIn, visit } from "./world/browser";

afterEach(leave);
afterAll(closeBrowser);

test("the language changes everything that is said, and stays changed", async () => {
  const page = await visit();
  await signIn(page);
  await page.getByRole("button", { name: /的菜单$/ }).click();
  await choose(page, "English");
  await page.getByRole("navigation", { name: "Main navigation" }).getByText("Customers").first().waitFor();
  await page.reload();
  await page.getByRole("navigation", { name: "Main navigation" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en-US");
  await page.getByRole("button", { name: /^Menu of/ }).click();
  await choose(page, "中文");
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
});

/** Until it is kept: what shows at once would be lost with the page. */
async function choose(page: Page, look: string): Promise<void> {
  const kept = page.waitForResponse(answer => answer.url().endsWith("/session/preferences") && answer.ok());
  await page.getByText(look, { exact: true }).click();
  await kept;
}

test("the dark theme is dark, and stays", async () => {
  const page = await visit();
  await signIn(page);
  await page.getByRole("button", { name: /的菜单$/ }).click();
  await choose(page, "深色");
  await page.locator("html[data-theme=dark]").waitFor();
  await page.reload();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.getByRole("button", { name: /的菜单$/ }).click();
  await choose(page, "跟随系统");
  await page.locator("html[data-theme=light]").waitFor();
});

test("on a phone the list is cards, and the bar below leads on", async () => {
  const page = await visit({ size: PHONE });
  await signIn(page);
  await page.getByRole("navigation", { name: "主导航" }).getByText("菜单").click();
  await page.getByRole("dialog").getByRole("link", { name: /客户$/ }).click();
  await page.getByRole("heading", { name: "客户" }).waitFor();
  await page.getByRole("list", { name: "客户列表" }).getByRole("link").first().click();
  await page.getByRole("tab", { name: /^动态/ }).waitFor();
});

test("a composing key press never triggers a shortcut", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/o/customer");
  const search = page
    .getByRole("textbox", { name: "在客户中搜索" })
    .or(page.getByRole("searchbox", { name: "在客户中搜索" }));
  await search.focus();
  await search.dispatchEvent("compositionstart");
  await search.dispatchEvent("keydown", { key: "/", isComposing: true, bubbles: true });
  expect(await page.getByRole("combobox", { name: "搜索", exact: true }).count()).toBe(0);
});
