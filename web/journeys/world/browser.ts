import { mkdirSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject, onTestFailed } from "vitest";

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 375, height: 812 };

const faults = new URL("../../test-results/", import.meta.url).pathname;
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
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  open.add(context);
  keepWhatWentWrong(page);
  return page;
}

const open = new Set<BrowserContext>();

export async function leave(): Promise<void> {
  await Promise.all([...open].map(context => context.close()));
  open.clear();
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
  await page.getByRole("main").waitFor();
}

function keepWhatWentWrong(page: Page): void {
  const said: string[] = [];
  page.on("console", message => message.type() === "error" && said.push(message.text()));
  page.on("pageerror", error => said.push(String(error)));
  onTestFailed(async ({ task }) => {
    if (page.isClosed()) return;
    mkdirSync(faults, { recursive: true });
    const path = `${faults}${task.name.replace(/[^\p{L}\p{N}]+/gu, "-")}-${page.viewportSize()?.width}.png`;
    await page.screenshot({ path });
    console.error(`on the screen at the end of “${task.name}”: ${path}\n${page.url()}\n${said.join("\n")}`);
  });
}
