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
  additionalProperties?: boolean | Schema;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  pattern?: string;
  readOnly?: boolean;
}

export interface Content {
  content?: Record<string, { schema?: Schema }>;
  description?: string;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export interface Call {
  tags?: string[];
  summary?: string;
  description?: string;
  operationId?: string;
  parameters?: Parameter[];
  requestBody?: Content & { $ref?: string };
  responses?: Record<string, Content & { $ref?: string }>;
  /** Each a set of ways to show who one is that will do; none when anybody may ask. */
  security?: Record<string, string[]>[];
}

export interface OpenApi {
  info: { title: string; version: string; description?: string };
  servers?: { url: string }[];
  tags?: { name: string; description?: string; "x-schema"?: string }[];
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

/** A schema without the null it may also be. */
export function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  if (schema.anyOf?.some(one => one.type === "null")) {
    const rest = schema.anyOf.filter(one => one.type !== "null");
    const alone = rest.length === 1 ? (rest[0] as Schema) : { anyOf: rest };
    return { schema: { ...alone, description: schema.description }, nullable: true };
  }
  if (Array.isArray(schema.type) && schema.type.includes("null")) {
    const types = schema.type.filter(type => type !== "null");
    const values = schema.enum?.filter(value => value !== null);
    return {
      schema: { ...schema, type: types.length === 1 ? types[0] : types, enum: values },
      nullable: true,
    };
  }
  return { schema, nullable: false };
}

const MOST_VALUES = 6;

/** A schema in a word or two: `string`, `Customer`, `Customer[]`, `"A" | "B"`. */
export function typeWord(schema: Schema | undefined): string {
  if (!schema) return "";
  if (schema.$ref) return nameOfRef(schema.$ref);
  if (schema.enum) {
    const shown = schema.enum.slice(0, MOST_VALUES).map(value => JSON.stringify(value));
    return [...shown, ...(schema.enum.length > MOST_VALUES ? ["…"] : [])].join(" | ");
  }
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.items) return `${typeWord(schema.items)}[]`;
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.map(typeWord).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "any");
  return schema.format ? `${type} (${schema.format})` : type;
}

export function nameOfRef(ref: string): string {
  return ref.split("/").at(-1) ?? "";
}

/** The named schemas a type speaks of, to look at them. */
export function namesIn(schema: Schema): string[] {
  if (schema.$ref) return [nameOfRef(schema.$ref)];
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.items ? [schema.items] : [])];
  return [...new Set(parts.flatMap(namesIn))];
}

export function schemaNamed(api: OpenApi, name: string): Schema | undefined {
  return api.components?.schemas?.[name] as Schema | undefined;
}

export function jsonSchema(content: Content | undefined): Schema | undefined {
  return Object.values(content?.content ?? {})[0]?.schema;
}
