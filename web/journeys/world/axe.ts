import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";

/** No serious or critical fault of accessibility on what the page shows now. */
export function expectAccessible(page: Page, what: string): Promise<void> {
  return expectNothingFound(page, search(page), what);
}

/** Enough contrast, as the one fault that another theme can bring. */
export function expectReadable(page: Page, what: string): Promise<void> {
  return expectNothingFound(page, search(page).withRules(["color-contrast"]), what);
}

/** Only faults are told in detail; there are no frames of other sites, which would need the slower way. */
function search(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
}

async function expectNothingFound(page: Page, axe: AxeBuilder, what: string): Promise<void> {
  const { violations } = await axe.analyze();
  const faults = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(node => `${node.target.join(" ")} (${node.failureSummary})`).join("; ")}`,
    );
  expect(faults, `${what} at ${page.viewportSize()?.width} px`).toEqual([]);
}

/** Nothing on the page is wider than the screen. */
export async function expectFits(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${what} is wider than ${page.viewportSize()?.width} px`).toBeLessThanOrEqual(0);
}
