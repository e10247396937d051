/** The parts of OpenAPI 3.1 that the page shows. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  maxLength?: number;
  readOnly?: boolean;
}

interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}

interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

interface Call {
  tags?: string[];
  summary?: string;
  description?: string;
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: Content & { $ref?: string };
  responses?: Record<string, Content & { $ref?: string }>;
}

export interface OpenApi {
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Call> & { parameters?: Parameter[] }>;
  components?: Record<string, Record<string, unknown>>;
}

export interface ShownCall {
  key: string;
  method: string;
  path: string;
  call: Call;
}

const METHODS = ["get", "post", "patch", "put", "delete"];

/** Calls by tag in the order of the description; calls without a tag come last. */
export function callsByTag(api: OpenApi, words: string): [tag: string, calls: ShownCall[]][] {
  const groups = new Map<string, ShownCall[]>((api.tags ?? []).map(tag => [tag.name, []]));
  for (const [path, item] of Object.entries(api.paths)) {
    for (const method of METHODS) {
      const call = item[method];
      if (!call || !matches(words, path, call)) continue;
      const tag = call.tags?.[0] ?? "";
      const shared = item.parameters ?? [];
      const shown = { ...call, parameters: [...shared, ...(call.parameters ?? [])] };
      groups.set(tag, [...(groups.get(tag) ?? []), { key: `${method} ${path}`, method, path, call: shown }]);
    }
  }
  return [...groups]
    .filter(([, calls]) => calls.length > 0)
    .sort(([one], [other]) => Number(one === "") - Number(other === ""));
}

function matches(words: string, path: string, call: Call): boolean {
  const wanted = words.trim().toLowerCase();
  return `${path} ${call.summary ?? ""} ${call.description ?? ""} ${call.tags ?? ""}`
    .toLowerCase()
    .includes(wanted);
}

/** Follows `#/components/…`; what leads nowhere stays as it is. */
export function resolved<T extends { $ref?: string }>(api: OpenApi, value: T): T {
  const path = value.$ref?.match(/^#\/components\/([^/]+)\/(.+)$/);
  const target = path && api.components?.[path[1] as string]?.[path[2] as string];
  return (target as T | undefined) ?? value;
}

/** A schema in a word or two: `string`, `Customer`, `Customer[]`, `"A" | "B"`. */
export function typeWord(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(" | ");
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return `${typeWord(schema.items)}[]`;
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map(typeWord).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "object");
  return schema.format ? `${type} (${schema.format})` : type;
}

export function jsonSchema(content: Content | undefined): Schema | undefined {
  return Object.values(content?.content ?? {})[0]?.schema;
}

/** A command that anyone can paste, with a token in place of the password. */
export function curlOf({ method, path, call }: ShownCall, origin: string): string {
  const lines = [`curl -X ${method.toUpperCase()} '${origin}${path}'`, `  -H 'Authorization: Bearer $TOKEN'`];
  if (call.requestBody) lines.push(`  -H 'Content-Type: application/json'`, `  -d '{ … }'`);
  return lines.join(" \\\n");
}
