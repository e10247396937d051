import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const shared = new URL("../../../../shared/data/", import.meta.url).pathname;
const constructed = `${shared}11_spreadsheets/constructed_cn/`;

/** Our own small file, which is always there. */
export const OWN_FILE = new URL("../files/customers_gb18030.csv", import.meta.url).pathname;
export const ACCOUNTS = `${shared}01_crm_sales_opportunities/accounts.csv`;
export const EXPECTED = `${constructed}expected_normalised.csv`;

/** The same 200 customers in every way that offices write them; none where the folder is absent. */
export function constructedFiles(): string[] {
  if (!existsSync(constructed)) return [];
  return readdirSync(constructed)
    .filter(name => name.startsWith("customers_"))
    .map(name => constructed + name);
}

/** Up to the columns: the file is read and shown. */
export async function readIn(page: Page, file: string): Promise<void> {
  await page.goto("/import/customer");
  await page.getByLabel(/把文件拖到这里/).setInputFiles(file);
  await page.getByRole("heading", { name: "读到的内容" }).waitFor();
  await page.getByText(basename(file)).first().waitFor();
}

/** Says where a column goes, by typing as one would. */
export async function match(page: Page, column: string, target: string): Promise<void> {
  const select = page.getByRole("combobox", { name: `“${column}”写入哪个字段` });
  await select.click();
  await select.fill(target);
  await page.locator(".ant-select-dropdown:visible").getByTitle(target).first().click();
}

/** Checks, then imports what the check allows. */
export async function checkAndImport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("heading", { name: "检查结果" }).waitFor();
  await page.getByRole("button", { name: /^导入 [\d,]+ 行$/ }).click();
  await page
    .getByText(/^导入完成/)
    .first()
    .waitFor();
}

export async function undoImport(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "撤销" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "撤销" }).click();
  await page.getByText("导入已撤销").waitFor();
}

/** A CSV without quotes across lines, as rows by column name. */
export function readRows(file: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(file, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = cells(head);
  return lines.map(line => {
    const values = cells(line);
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}

function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

export function sameRows(found: unknown[], expected: unknown[]): void {
  const sorted = (rows: unknown[]) => rows.map(row => JSON.stringify(row)).sort();
  expect(sorted(found)).toEqual(sorted(expected));
}
