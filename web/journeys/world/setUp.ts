import type { TestProject } from "vitest/node";
import { Product } from "./product";

declare module "vitest" {
  export interface ProvidedContext {
    url: string;
    login: string;
    password: string;
  }
}

/** One product for all journeys: the one that `./hengke test` has started, or one of our own. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.HENGKE_URL;
  const login = (given && process.env.HENGKE_ADMIN_LOGIN) || "admin";
  const password = (given && process.env.HENGKE_ADMIN_PASSWORD) || "journeys-in-a-browser";
  const product = given
    ? null
    : await Product.start({ HENGKE_ADMIN_LOGIN: login, HENGKE_ADMIN_PASSWORD: password });
  project.provide("url", given ?? (product?.url as string));
  project.provide("login", login);
  project.provide("password", password);
  return async () => {
    await product?.stop();
    const tests = project.vitest.state
      .getFiles()
      .flatMap(file => [...file.tasks])
      .flatMap(testsIn);
    const count = (state: string) => tests.filter(test => test.result?.state === state).length;
    console.log(`${count("pass")} passed, ${count("fail")} failed`);
  };
}

type Task = ReturnType<TestProject["vitest"]["state"]["getFiles"]>[number]["tasks"][number];

function testsIn(task: Task): Task[] {
  return task.type === "suite" ? task.tasks.flatMap(testsIn) : [task];
}
