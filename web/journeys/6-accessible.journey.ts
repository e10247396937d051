import { afterAll, afterEach, beforeAll, test } from "vitest";
import { expectFits, expectAccessible as expectNoFaults, expectReadable } from "./world/axe";
import { closeBrowser, DESK, leave, PHONE, signIn, visit } from "./world/browser";
import { OWN_FILE, readIn } from "./world/importing";
import { Server } from "./world/server";

let customer = 0;

beforeAll(async () => {
  const server = await Server.signedIn();
  const [first] = await server.all("customer", { fields: ["name"] });
  customer = first?.id as number;
});

afterEach(leave);
afterAll(closeBrowser);

const PAGES = [
  ["/", "今天"],
  ["/o/customer", "客户"],
  ["/o/contact", "联系人"],
  ["/o/activity", "跟进"],
  ["/import/customer", "导入"],
  ["/imports", "导入记录"],
  ["/exports", "导出记录"],
  ["/operations", "操作记录"],
  ["/recycle/customer", "回收站"],
  ["/profile", "个人设置"],
  ["/settings/people", "部门与用户"],
  ["/settings/roles?role=new", "角色"],
  ["/settings/roles?compare=with", "比较两个角色"],
  ["/settings/sharing", "共享规则"],
  ["/settings/objects", "对象与字段"],
  ["/settings/objects/customer", "客户的字段"],
  ["/settings/objects/customer?tab=layouts", "客户的布局"],
  ["/settings/pools", "公海"],
  ["/duplicates", "查重中心"],
  ["/settings/versions", "配置版本"],
  ["/settings/tags", "标签库"],
  ["/settings/system", "系统设置"],
  ["/settings/calendar", "年历"],
  ["/settings/logs", "日志"],
  ["/settings/demo", "演示数据"],
  ["/developers", "接口"],
] as const;

test.each([
  ["desk", DESK, false],
  ["phone", PHONE, false],
  ["desk in the dark", DESK, true],
])("every page is accessible and fits at the %s", { timeout: 480_000 }, async (_, size, dark) => {
  // The dark theme changes colours and nothing else.
  const expectAccessible = dark ? expectReadable : expectNoFaults;
  const page = await visit({ size, dark });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /登\s*录/ }).waitFor();
  await expectAccessible(page, "sign-in");
  await signIn(page);
  const addresses = [...PAGES.map(([address]) => address), `/o/customer/${customer}`];
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.locator(".ant-skeleton").first().waitFor({ state: "detached" });
    await expectAccessible(page, address);
    await expectFits(page, address);
  }
  await readIn(page, OWN_FILE);
  await expectAccessible(page, "columns of an import");
  await page.getByRole("button", { name: "检查", exact: true }).click();
  await page.getByRole("heading", { name: "检查结果" }).waitFor();
  await expectAccessible(page, "verdicts of an import");
  await expectFits(page, "verdicts of an import");
});
