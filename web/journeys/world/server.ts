import { inject } from "vitest";

/** The API as scripts use it: to prepare what a journey needs and to compare what it left. */
export class Server {
  private cookie = "";
  private csrf = "";

  private constructor(private readonly url: string) {}

  static async signedIn(url = inject("url"), login = inject("login"), password = inject("password")) {
    const server = new Server(url);
    const { csrf } = await server.post<{ csrf: string }>("/session", { login, password });
    server.csrf = csrf;
    return server;
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>("GET", path);
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.send<T>("POST", path, body);
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.send<T>("PATCH", path, body);
  }

  delete<T>(path: string): Promise<T> {
    return this.send<T>("DELETE", path);
  }

  /** All records that fit, page after page. */
  async all(object: string, query: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
    const items: Record<string, unknown>[] = [];
    let after: string | null = null;
    do {
      const page: { items: Record<string, unknown>[]; next: string | null } = await this.post(
        `/records/${object}/query`,
        { ...query, limit: 500, ...(after ? { after } : {}) },
      );
      items.push(...page.items);
      after = page.next;
    } while (after);
    return items;
  }

  private async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        Cookie: this.cookie,
        "X-CSRF-Token": this.csrf,
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const cookies = response.headers.getSetCookie().map(cookie => cookie.split(";")[0]);
    if (cookies.length > 0) this.cookie = cookies.join("; ");
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
