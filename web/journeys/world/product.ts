import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = new URL("../../..", import.meta.url).pathname;
const FIRST_BUILD = 15 * 60_000;

/** The product as its user starts it, on a port and a data folder of its own. */
export class Product {
  private said = "";

  private constructor(
    readonly url: string,
    private readonly data: string,
    private readonly process: ChildProcess,
  ) {
    for (const stream of [process.stdout, process.stderr]) {
      stream?.on("data", text => {
        this.said += String(text);
      });
    }
  }

  /** Starts it and answers when it can be used. */
  static async start(settings: Record<string, string>): Promise<Product> {
    const data = await mkdtemp(join(tmpdir(), "hengke-journeys-"));
    await chmod(data, 0o755);
    const port = await freePort();
    const {
      HENGKE_ADMIN_LOGIN: _,
      HENGKE_ADMIN_PASSWORD: __,
      HENGKE_DATABASE_URL: ___,
      HENGKE_BASE_URL: ____,
      ...rest
    } = process.env;
    const child = spawn("./hengke", ["run"], {
      cwd: root,
      env: { ...rest, ...settings, HENGKE_DATA: data, HENGKE_PORT: String(port) },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const product = new Product(`http://127.0.0.1:${port}`, data, child);
    try {
      await product.untilReady();
    } catch (cause) {
      await product.stop();
      throw cause;
    }
    return product;
  }

  /** What it printed that fits, such as the set-up link. */
  printed(pattern: RegExp): string {
    const found = pattern.exec(this.said)?.[0];
    if (!found) throw new Error(`the product did not print ${pattern}:\n${this.said}`);
    return found;
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.pid) {
      const gone = new Promise(resolve => this.process.once("exit", resolve));
      process.kill(-this.process.pid, "SIGTERM");
      await gone;
    }
    await rm(this.data, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const until = Date.now() + FIRST_BUILD;
    while (Date.now() < until) {
      if (this.process.exitCode !== null) break;
      if (await isReady(this.url)) return;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    throw new Error(`the product did not start:\n${this.said}`);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health/ready`)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
