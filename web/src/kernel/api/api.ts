import type { Language, Operation, ProblemBody } from "./contract";
import { Problem, Unreachable } from "./problem";

/** What a change says to the user when it is done; `null` keeps quiet. */
export interface ChangeOptions {
  said?: string | null;
  signal?: AbortSignal;
  /** Repeating the same key within a day returns the first answer instead of acting twice. */
  idempotencyKey?: string;
}

/** A change that is done: one that the server wrote down as an operation can be taken back. */
export interface Change {
  operation: number | null;
  said: string | undefined;
}

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** The one way to the server: language, CSRF, idempotency, problems and undo are settled here. */
class Api {
  csrf: string | null = null;
  language: Language = "zh-CN";
  private readonly changeListeners = new Set<(change: Change) => void>();
  private readonly signedOutListeners = new Set<() => void>();

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.send<T>("GET", path, undefined, { signal });
  }

  post<T>(path: string, body?: unknown, options: ChangeOptions = {}): Promise<T> {
    return this.send<T>("POST", path, body ?? {}, options);
  }

  patch<T>(path: string, body: unknown, options: ChangeOptions = {}): Promise<T> {
    return this.send<T>("PATCH", path, body, options);
  }

  put<T>(path: string, body: unknown, options: ChangeOptions = {}): Promise<T> {
    return this.send<T>("PUT", path, body, options);
  }

  delete<T>(path: string, options: ChangeOptions = {}): Promise<T> {
    return this.send<T>("DELETE", path, undefined, options);
  }

  /** A POST that only reads (query, duplicates …): repeatable, and never an operation. */
  ask<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
    return this.send<T>("POST", path, body, { said: null, signal });
  }

  onChange(listener: (change: Change) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  onSignedOut(listener: () => void): () => void {
    this.signedOutListeners.add(listener);
    return () => this.signedOutListeners.delete(listener);
  }

  undo(operation: number): Promise<Operation> {
    return this.post<Operation>(`/operations/${operation}/undo`, {}, { said: null });
  }

  /** Headers for requests that `fetch` cannot make, such as uploads with progress. */
  headers(method: Method, options: ChangeOptions = {}): Record<string, string> {
    const headers: Record<string, string> = { "Accept-Language": this.language };
    if (method !== "GET" && this.csrf) {
      headers["X-CSRF-Token"] = this.csrf;
    }
    if (method === "POST") {
      headers["Idempotency-Key"] = options.idempotencyKey ?? crypto.randomUUID();
    }
    return headers;
  }

  /** The answer itself, for files; see `download`. With a form or a question, the file is what is answered to it. */
  file(path: string, body?: object): Promise<Response> {
    return this.answer(body ? "POST" : "GET", path, body, {});
  }

  private async send<T>(method: Method, path: string, body: unknown, options: ChangeOptions): Promise<T> {
    const response = await this.answer(method, path, body, options);
    this.announce(response.headers.get("Hengke-Operation"), options);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private async answer(
    method: Method,
    path: string,
    body: unknown,
    options: ChangeOptions,
  ): Promise<Response> {
    const headers = this.headers(method, options);
    const form = body instanceof FormData;
    if (body !== undefined && !form) {
      headers["Content-Type"] = "application/json";
    }
    const response = await reach(`/api${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
      signal: options.signal,
      credentials: "same-origin",
    });
    if (!response.ok) {
      throw await this.refusal(response);
    }
    return response;
  }

  private async refusal(response: Response): Promise<Problem> {
    const problem = new Problem(await problemBody(response));
    if (problem.status === 401 && problem.code === "unauthenticated") {
      for (const listener of this.signedOutListeners) listener();
    }
    return problem;
  }

  announce(operation: string | null, options: ChangeOptions): void {
    if (options.said || (operation && options.said !== null)) {
      const change = { operation: operation ? Number(operation) : null, said: options.said ?? undefined };
      for (const listener of this.changeListeners) listener(change);
    }
  }
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new Unreachable(cause);
  }
}

async function problemBody(response: Response): Promise<ProblemBody> {
  try {
    const body: unknown = await response.json();
    if (body && typeof body === "object" && "code" in body) {
      return { ...(body as ProblemBody), status: response.status };
    }
  } catch {
    // A proxy in between may answer with a page of its own.
  }
  return { status: response.status, code: `http${response.status}`, title: response.statusText };
}

export const api = new Api();
