import axe, { type RunOptions } from "axe-core";
import type { Page } from "playwright-core";
import { expect } from "vitest";

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** No serious or critical fault of accessibility on what the page shows now. */
export function expectAccessible(page: Page, what: string): Promise<void> {
  return expectNothingFound(page, what, {});
}

/** Enough contrast, as the one fault that another theme can bring. */
export function expectReadable(page: Page, what: string): Promise<void> {
  return expectNothingFound(page, what, { runOnly: ["color-contrast"] });
}

async function expectNothingFound(page: Page, what: string, options: RunOptions): Promise<void> {
  await bringAxe(page);
  const { violations } = await page.evaluate(
    // Only faults are told in detail.
    options => window.axe.run(document, { ...options, resultTypes: ["violations"] }),
    options,
  );
  const faults = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(node => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`,
    );
  expect(faults, `${what} at ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Half a megabyte of script, so a document gets it once and not before each look; frames of a page get it too. */
async function bringAxe(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  }
}

/** Nothing on the page is wider than the screen. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${what} is wider than ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}
