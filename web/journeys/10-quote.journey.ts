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

test("a contract is planned, paid by what was due first, and its age is told", async () => {
  const server = await Server.signedIn();
  const customer = await server.post<{ id: number }>("/records/customer", { name: "分期付款的客户" });
  const contract = await server.post<{ id: number }>("/records/contract", {
    name: "分期合同",
    customer: customer.id,
    status: "active",
    amount: "1000.01",
  });
  const page = await visit();
  await signIn(page);
  await page.goto(`/o/contract/${contract.id}?tab=plans`);
  await page.getByRole("button", { name: "制定回款计划" }).click();
  const plan = page.getByRole("dialog");
  await plan.getByLabel("按比例").click();
  await page.locator(".ant-select-item-option").filter({ hasText: "30% / 70%" }).click();
  expect(await plan.getByLabel("第 2 行：金额").inputValue()).toBe("700.01");
  // Another amount has to be made up for before it is accepted.
  await plan.getByLabel("第 1 行：金额").fill("400");
  await plan.getByText("多出 ¥100.00").waitFor();
  await plan.getByRole("button", { name: "余额归最后一期" }).click();
  await plan.getByText("与总额一致").waitFor();
  for (const [row, day] of [
    [1, "2026-01-10"],
    [2, "2036-03-10"],
  ] as const) {
    await plan.getByLabel(`第 ${row} 行：应收日期`).fill(day);
    await page.keyboard.press("Enter");
  }
  await plan.getByRole("button", { name: "制定回款计划" }).click();
  await plan.waitFor({ state: "detached" });

  await page.goto(`/o/contract/${contract.id}?tab=payments`);
  await page.getByRole("button", { name: "添加回款" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("回款金额").fill("450");
  // Whose payment it is follows from the contract, and what it settles is seen before.
  await form.getByRole("button", { name: "按到期先后分配" }).click();
  expect(await form.getByLabel(/第 1 期：核销金额/).inputValue()).toBe("400.00");
  expect(await form.getByLabel(/第 2 期：核销金额/).inputValue()).toBe("50.00");
  await form.getByLabel(/第 2 期：核销金额/).fill("60");
  await form.getByRole("button", { name: /^保\s?存$/ }).click();
  await form.getByText(/超出该回款未核销的金额 50.00/).waitFor();
  await form.getByLabel(/第 2 期：核销金额/).fill("50");
  await form.getByRole("button", { name: /^保\s?存$/ }).click();
  await form.waitFor({ state: "detached" });
  await page.getByText("¥450.00").first().waitFor();

  await page.goto("/ageing");
  await page.getByRole("link", { name: "分期付款的客户" }).waitFor();
  await page.getByRole("link", { name: "550.01" }).first().click();
  await page.getByText("第 2 期").first().waitFor();
});
