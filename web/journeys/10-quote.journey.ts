import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";
import { Server } from "./world/server";

afterEach(leave);
afterAll(closeBrowser);

test("a quote is written with its lines, printed, and becomes an order", async () => {
  const server = await Server.signedIn();
  const customer = await server.post<{ id: number }>("/records/customer", { name: "询价的客户" });
  await server.post("/records/product", { name: "循环水泵", price: "33.33", unit: "unit" });
  const page = await visit();
  await signIn(page);
  await page.goto("/o/quote");
  await page.getByRole("button", { name: "新建报价单" }).first().click();
  const form = page.getByRole("dialog");
  const choose = (name: string) => page.locator(".ant-select-item-option").filter({ hasText: name }).click();
  await form.getByLabel("客户", { exact: false }).first().fill("询价");
  await choose("询价的客户");
  await form.getByLabel("第 1 行：产品").fill("循环");
  await choose("循环水泵");
  await form.getByLabel("第 1 行：数量").fill("3");
  await expect.poll(() => form.getByLabel("第 1 行：单价").inputValue()).toBe("33.33");
  await form.getByRole("button", { name: "从表格粘贴" }).click();
  await page.getByLabel(/从 Excel 复制/).fill("产品\t数量\t单价\t优惠\n上门安装\t1\t100\t15");
  await page.getByRole("button", { name: "带入" }).click();
  // What is reckoned while one types is what is saved.
  await form.getByText("¥184.99").waitFor();
  await form.getByRole("button", { name: /^保\s?存$/ }).click();
  await form.waitFor({ state: "detached" });

  const made = await server.post<{ items: { id: number; version: number; total: { amount: string } }[] }>(
    "/records/quote/query",
    { filter: { field: "customer", op: "eq", value: customer.id }, limit: 1 },
  );
  const quote = made.items[0];
  if (!quote) throw new Error("the quote was not saved");
  expect(quote.total.amount).toBe("184.99");
  await server.patch(`/records/quote/${quote.id}`, { version: quote.version, status: "sent" });

  await page.goto(`/o/quote/${quote.id}`);
  const paper = await page.getByRole("link", { name: "PDF" }).getAttribute("href");
  const pdf = await page.request.get(paper ?? "");
  expect(pdf.headers()["content-type"]).toContain("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  await page.getByRole("button", { name: "转订单" }).click();
  await page.waitForURL(/\/o\/order\/\d+/);
  await page.getByRole("tab", { name: "产品明细" }).click();
  await page.getByRole("cell", { name: /上门安装/ }).waitFor();
  await page.getByText("¥184.99").first().waitFor();
});
