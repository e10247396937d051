import { existsSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, DESK, leave, PHONE, signIn, visit } from "./world/browser";
import {
  ACCOUNTS,
  checkAndImport,
  constructedFiles,
  EXPECTED,
  match,
  OWN_FILE,
  readIn,
  readRows,
  sameRows,
  undoImport,
} from "./world/importing";
import { Regions } from "./world/regions";
import { Server } from "./world/server";

afterEach(leave);
afterAll(closeBrowser);

/** Two that differ in everything; that the others arrive alike is tested at the server, which takes seconds. */
const files = constructedFiles().filter(file => /merged_title|utf16le/.test(file));

test.each([
  ["desk", DESK],
  ["phone", PHONE],
])("a GB18030 file with rare characters arrives from the %s, and is taken back", async (_, size) => {
  const page = await visit({ size });
  await signIn(page);
  await readIn(page, OWN_FILE);
  await page.getByText("GB18030", { exact: true }).waitFor();
  await checkAndImport(page);
  const server = await Server.signedIn();
  const names = (await server.all("customer", { fields: ["name"] })).map(({ name }) => name);
  expect(names).toContain("𠮷祥（深圳）贸易有限公司");
  expect((await server.all("contact", { fields: ["name"] })).map(({ name }) => name)).toContain("㐂田");
  await undoImport(page);
  expect((await server.all("customer", { fields: ["name"] })).length).toBe(names.length - 4);
});

test.skipIf(files.length === 0).each(files.map(file => [basename(file), file]))(
  "%s arrives as it should, every row",
  { timeout: 300_000 },
  async (_, file) => {
    const page = await visit();
    await signIn(page);
    await readIn(page, file);
    await match(page, "合同金额（元）", "年营业额");
    await checkAndImport(page);
    await compareWithExpected();
    await undoImport(page);
  },
);

test.skipIf(!existsSync(ACCOUNTS))("the English accounts arrive with parent companies", async () => {
  const page = await visit();
  await signIn(page);
  await readIn(page, ACCOUNTS);
  for (const [column, target] of [
    ["account", "客户名称"],
    ["sector", "不导入"],
    ["year_established", "不导入"],
    ["revenue", "年营业额"],
    ["employees", "员工人数"],
    ["office_location", "不导入"],
    ["subsidiary_of", "上级单位"],
  ] as const) {
    await match(page, column, target);
  }
  await checkAndImport(page);
  const server = await Server.signedIn();
  const found = await server.all("customer", { fields: ["name", "revenue", "employees", "parent"] });
  const rows = readRows(ACCOUNTS);
  sameRows(
    found
      .filter(({ name }) => rows.some(row => row.account === name))
      .map(({ name, revenue, employees, parent }) => ({
        name,
        revenue: Number((revenue as { amount: string } | null)?.amount),
        employees,
        parent: (parent as { label: string } | null)?.label ?? "",
      })),
    rows.map(row => ({
      name: row.account,
      revenue: Number(row.revenue),
      employees: Number(row.employees),
      parent: row.subsidiary_of,
    })),
  );
  await page.getByRole("button", { name: "查看导入的客户" }).click();
  await page.getByText(`${rows.length} 条`, { exact: true }).waitFor();
  await page.getByPlaceholder("在客户中搜索").fill("acme");
  await page.getByRole("link", { name: "Acme Corporation" }).waitFor();
});

test("an import can be left and found again", async () => {
  const page = await visit();
  await signIn(page);
  await readIn(page, OWN_FILE);
  await page.getByRole("link", { name: "导入记录" }).first().click();
  await page
    .getByRole("link", { name: `客户 · ${basename(OWN_FILE)}` })
    .first()
    .click();
  await page.getByRole("heading", { name: "读到的内容" }).waitFor();
});

if (files.length === 0) console.log(`skipped: the constructed spreadsheets are not there (${EXPECTED})`);

/** One of the files ends some names with characters that only GB18030 has; their expected form is without them. */
function withoutRareEnd(name: string): string {
  return name.replace(/𠮷䶮㛃镕堃$/u, "");
}

async function compareWithExpected(): Promise<void> {
  const server = await Server.signedIn();
  const regions = await Regions.read(server);
  const expected = readRows(EXPECTED);
  const names = new Set(expected.map(row => row.name));
  const customers = (await server.all("customer", { fields: ["name", "region", "revenue"] }))
    .map(({ id, name, region, revenue }) => ({ id, region, revenue, name: withoutRareEnd(name as string) }))
    .filter(({ name }) => names.has(name));
  const contacts = await server.all("contact", { fields: ["name", "phone", "customer"] });
  const contactOf = new Map(
    contacts.map(contact => [(contact.customer as { id: number } | null)?.id, contact]),
  );
  sameRows(
    customers.map(({ id, name, region, revenue }) => {
      const contact = contactOf.get(id as number);
      return {
        name,
        region: regions.path(region as string),
        amount: Number((revenue as { amount: string } | null)?.amount),
        contact: contact?.name,
        mobile: String(contact?.phone ?? "").replace(/^\+86/, ""),
      };
    }),
    expected.map(row => ({
      name: row.name,
      region: [...new Set([row.province, row.city, row.district].filter(Boolean))].join("/"),
      amount: Number(row.amount),
      contact: row.contact,
      mobile: row.mobile,
    })),
  );
}
