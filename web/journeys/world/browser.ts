import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { inject, type TestContext } from "vitest";

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 375, height: 812 };

const faults = new URL("../../test-results/", import.meta.url).pathname;
const visits: { page: Page; said: string[] }[] = [];
let browser: Browser | null = null;

interface Look {
  size?: typeof DESK;
  language?: "zh-CN" | "en-US";
  dark?: boolean;
  url?: string;
}

/** A browser of its own for one journey; what it showed is kept when the journey fails. */
export async function visit({
  size = DESK,
  language = "zh-CN",
  dark = false,
  url = inject("url"),
}: Look = {}): Promise<Page> {
  browser ??= await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--font-render-hinting=none"],
  });
  const context = await browser.newContext({
    baseURL: url,
    viewport: size,
    locale: language,
    timezoneId: "Asia/Shanghai",
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    hasTouch: size.width < 600,
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const said: string[] = [];
  page.on("console", message => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", error => said.push(String(error)));
  visits.push({ page, said });
  return page;
}

/** Ends a journey; what its pages showed is kept when it failed. */
export async function leave({ task }: Pick<TestContext, "task">): Promise<void> {
  for (const [number, { page, said }] of visits.splice(0).entries()) {
    if (task.result?.state === "fail") await keep(page, `${task.name} ${number + 1}`, said);
    await page.context().close();
  }
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** Signs in as somebody; as the administrator unless told otherwise. */
export async function signIn(
  page: Page,
  login = inject("login"),
  password = inject("password"),
): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/^(登录名|Sign-in name)/).fill(login);
  await page.getByLabel(/^(密码|Password)/).fill(password);
  await page.getByRole("button", { name: /^(登\s*录|Sign in)$/ }).click();
  await page.getByRole("navigation", { name: /^(主导航|Main navigation)$/ }).waitFor();
}

async function keep(page: Page, name: string, said: string[]): Promise<void> {
  mkdirSync(faults, { recursive: true });
  const path = `${faults}${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`;
  await page.screenshot({ path });
  console.error([`on the screen at the end of “${name}”: ${path}`, page.url(), ...said].join("\n"));
}
