import { afterAll, afterEach, expect, test } from "vitest";
import { closeBrowser, leave, signIn, visit } from "./world/browser";
import { Server } from "./world/server";

const PASSWORD = "sells-something-every-day";

afterEach(leave);
afterAll(closeBrowser);

test("an administrator makes a department, a role and a seller", async () => {
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "新建部门" }).click();
  await page.getByLabel(/^部门名称/).fill("华南销售部");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /保\s*存/ })
    .click();
  await page.getByRole("navigation", { name: "部门" }).getByText("华南销售部").waitFor();

  await page.goto("/settings/roles");
  await page.getByRole("button", { name: "新建角色" }).click();
  await page.getByLabel(/^角色名称/).fill("只看自己");
  await page.getByLabel("客户：查看的范围").selectOption({ label: "本人" });
  await page.getByLabel("客户：新建的范围").selectOption({ label: "本人" });
  await page.getByRole("button", { name: /保\s*存/ }).click();
  await page.getByRole("button", { name: /^只看自己/ }).waitFor();

  await page.goto("/settings/people");
  await page.getByRole("button", { name: "新建用户" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(/^姓名/).fill("本");
  await form.getByLabel(/^登录名/).fill("ben");
  await form.getByLabel(/^部门/).click();
  await page.locator(".ant-select-tree-title").filter({ hasText: "华南销售部" }).click();
  await form.getByLabel(/^角色/).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "只看自己" }).click();
  await form.getByText("现在设密码").click();
  await form.getByLabel(/^密码/).fill(PASSWORD);
  await form.getByLabel("下次登录时须换掉这个密码").uncheck();
  await form.getByRole("button", { name: /保\s*存/ }).click();
  await page.getByRole("button", { name: "“本”的操作" }).waitFor();
});

test("a seller without rights sees nothing of others", async () => {
  const server = await Server.signedIn();
  const name = "只有管理员看得见的客户";
  const other = await server.post<{ id: number }>("/records/customer", { name });
  const page = await visit();
  await signIn(page, "ben", PASSWORD);
  await page.goto("/o/customer");
  await page.getByText("还没有客户").waitFor();
  await page.goto(`/o/customer/${other.id}`);
  await page.getByText(/不存在，或你没有查看权限/).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "搜索" }).fill("管理员看得见");
  await page.getByText("没有找到“管理员看得见”").waitFor();
  expect(await page.getByText(name).count()).toBe(0);
});

test("a seller may not import, nor manage people", async () => {
  const page = await visit();
  await signIn(page, "ben", PASSWORD);
  expect(await page.getByRole("link", { name: "部门与用户" }).count()).toBe(0);
  await page.goto("/import/customer");
  await page.getByText("您没有导入客户的权限").waitFor();
  await page.goto("/settings/people");
  await page.getByText("只有管理员可以管理").waitFor();
});

test("who is disabled is signed out at once", async () => {
  const seller = await visit();
  await signIn(seller, "ben", PASSWORD);
  const page = await visit();
  await signIn(page);
  await page.goto("/settings/people");
  await page.getByRole("button", { name: "“本”的操作" }).click();
  await page.getByRole("menuitem", { name: /停\s*用/ }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /停\s*用/ })
    .click();
  await page.getByText("已停用“本”").first().waitFor();
  await seller.goto("/o/customer");
  await seller.getByLabel("登录名").waitFor();
});
