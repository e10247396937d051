import { type Call, jsonSchema, type OpenApi, resolved, type Schema, type ShownCall } from "./openApi";

const DEEPEST = 4;
const SAMPLES: Record<string, unknown> = {
  date: "2026-11-22",
  "date-time": "2026-11-22T09:30:00Z",
  email: "li@example.com",
  uri: "https://www.example.com",
};

/** A value that fits: what must be there, or the first key when nothing must. */
export function exampleOf(api: OpenApi, schema: Schema, depth = 0): unknown {
  const whole = resolved(api, schema);
  if (whole.const !== undefined) return whole.const;
  if (whole.enum) return whole.enum[0];
  const choice = (whole.anyOf ?? whole.oneOf)?.[0];
  if (choice) return exampleOf(api, choice, depth + 1);
  const type = Array.isArray(whole.type) ? whole.type[0] : whole.type;
  if (type === "object") return depth < DEEPEST ? exampleObject(api, whole, depth) : {};
  if (type === "array") return whole.items && depth < DEEPEST ? [exampleOf(api, whole.items, depth + 1)] : [];
  if (type === "integer" || type === "number") return Math.max(1, whole.minimum ?? 1);
  if (type === "boolean") return true;
  if (whole.pattern?.includes("\\.")) return "1234.50";
  return SAMPLES[whole.format ?? ""] ?? "…";
}

function exampleObject(api: OpenApi, schema: Schema, depth: number): Record<string, unknown> {
  const all = Object.entries(schema.properties ?? {});
  const needed = all.filter(([name]) => schema.required?.includes(name));
  // Nobody would send a version alone: a change shows one of the things it changes.
  const telling = needed.every(([name]) => name === "version")
    ? all.find(([name]) => name !== "version")
    : [];
  const shown = [...needed, ...(telling?.length ? [telling as [string, Schema]] : [])];
  return Object.fromEntries(shown.map(([name, one]) => [name, exampleOf(api, one, depth + 1)]));
}

/** Whether a token will do; the calls that need a page do not take one. */
export function takesToken(call: Call): boolean {
  return call.security?.some(way => "token" in way) ?? true;
}

/** A command that anyone can paste, with a token in place of the password. */
export function curlOf(api: OpenApi, { method, path, call }: ShownCall, origin: string): string {
  const parts = [
    `curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} '${origin}${addressOf(call, path)}'`,
  ];
  if (takesToken(call)) parts.push(`  -H "Authorization: Bearer $TOKEN"`);
  const body = call.requestBody && resolved(api, call.requestBody);
  const form = body?.content?.["multipart/form-data"]?.schema;
  if (form) {
    parts.push(
      ...(form.required ?? []).map(name => `  -F '${name}=${name === "file" ? "@file.xlsx" : "customer"}'`),
    );
  } else if (body) {
    const example = exampleOf(api, jsonSchema(body) ?? {});
    parts.push(
      `  -H 'Content-Type: application/json'`,
      `  -d '${JSON.stringify(example).replaceAll("'", "'\\''")}'`,
    );
  }
  if (answersFile(call)) parts.push("  -OJ");
  return parts.join(" \\\n");
}

/** curl reads braces as lists, so the address has a value in every place. */
function addressOf(call: Call, path: string): string {
  const filled = path.replaceAll("{id}", "1").replaceAll("{object}", "customer");
  const asked = (call.parameters ?? [])
    .filter(parameter => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${name === "object" ? "customer" : encodeURIComponent("云图")}`);
  return asked.length > 0 ? `${filled}?${asked.join("&")}` : filled;
}

function answersFile(call: Call): boolean {
  return Object.entries(call.responses?.["200"]?.content ?? {}).some(
    ([, one]) => one.schema?.format === "binary",
  );
}
