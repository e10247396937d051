import { api, type ChangeOptions } from "./api";
import type { ProblemBody } from "./contract";
import { Problem, Unreachable } from "./problem";

interface UploadOptions extends ChangeOptions {
  /** From 0 to 1, while the bytes leave. */
  onProgress?: (share: number) => void;
}

/** Sends a form with files and tells how far it is, which `fetch` cannot. */
export function upload<T>(path: string, form: FormData, options: UploadOptions = {}): Promise<T> {
  const request = new XMLHttpRequest();
  request.open("POST", `/api${path}`);
  for (const [name, value] of Object.entries(api.headers("POST", options))) {
    request.setRequestHeader(name, value);
  }
  return new Promise((resolve, reject) => {
    request.upload.onprogress = event => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(new Unreachable(path));
    request.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.onload = () => {
      if (request.status >= 400) return reject(new Problem(problemOf(request)));
      api.announce(request.getResponseHeader("Hengke-Operation"), options);
      resolve(JSON.parse(request.responseText) as T);
    };
    options.signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}

function problemOf(request: XMLHttpRequest): ProblemBody {
  try {
    const body = JSON.parse(request.responseText) as ProblemBody;
    if (body.code) return { ...body, status: request.status };
  } catch {
    // A proxy in between may answer with a page of its own.
  }
  return { status: request.status, code: `http${request.status}`, title: request.statusText };
}
