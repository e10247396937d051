/** The shapes of the HTTP contract (docs/http.md), as the interface reads them. */

export type Language = "zh-CN" | "en-US";

export interface Labelled {
  id: number;
  label: string | null;
}

/** A record of any object by name, as `link` fields and notices point at it. */
export interface RecordLink {
  object: string;
  id: number;
  label?: string | null;
}

export interface StoredFile {
  id: number;
  name: string;
  size: number;
  type: string;
}

export interface Money {
  amount: string;
  currency: string;
}

export interface Address {
  region?: string | null;
  street?: string | null;
  postcode?: string | null;
}

export interface Location {
  longitude: number;
  latitude: number;
  place?: string | null;
}

/** A flat record; each field kind knows the type of its own values. */
export interface RecordData {
  id: number;
  version: number;
  [field: string]: unknown;
}

/** Field values on their way to the server, or not saved yet. */
export type Draft = Record<string, unknown>;

// ---- catalog

export const FIELD_KINDS = [
  "text",
  "longText",
  "richText",
  "integer",
  "decimal",
  "money",
  "percent",
  "date",
  "dateTime",
  "boolean",
  "choice",
  "multiChoice",
  "treeChoice",
  "region",
  "phone",
  "email",
  "url",
  "user",
  "department",
  "reference",
  "multiReference",
  "link",
  "tags",
  "files",
  "address",
  "autoNumber",
  "score",
  "location",
  "json",
] as const;
export type FieldKindName = (typeof FIELD_KINDS)[number];

export type Operator =
  | "eq"
  | "ne"
  | "lt"
  | "le"
  | "gt"
  | "ge"
  | "between"
  | "in"
  | "notIn"
  | "contains"
  | "startsWith"
  | "empty"
  | "notEmpty"
  | "under"
  | "during"
  | "any"
  | "all"
  | "none";

export interface Option {
  value: string;
  label: string;
  color?: string | null;
  parent?: string | null;
  active?: boolean;
}

export interface Field {
  name: string;
  label: string;
  kind: FieldKindName;
  help?: string | null;
  required: boolean;
  unique?: boolean;
  system?: boolean;
  right: "read" | "edit" | "masked";
  filterable?: boolean;
  sortable?: boolean;
  searched?: boolean;
  /** Two records with the same value here are probably the same thing. */
  identifying?: boolean;
  multiline?: boolean;
  operators?: Operator[];
  maxLength?: number | null;
  scale?: number | null;
  min?: string | number | null;
  max?: string | number | null;
  default?: unknown;
  options?: Option[] | null;
  targets?: string[] | null;
  pattern?: string | null;
  unit?: string | null;
}

export type Verb = "read" | "create" | "edit" | "delete" | "import" | "export" | "transfer";

export interface Command {
  name: string;
  label: string;
  on: "record" | "records";
  input: Field[];
  danger: boolean;
}

export interface Relation {
  name: string;
  object: string;
  field: string;
  label: string;
}

export interface Sort {
  field: string;
  descending: boolean;
}

export interface BusinessObject {
  name: string;
  label: string;
  plural: string;
  icon?: string | null;
  application: string | null;
  help?: string | null;
  titleField: string;
  capabilities: string[];
  verbs: Record<Verb, boolean>;
  commands: Command[];
  fields: Field[];
  sections: { label: string; fields: string[] }[];
  list: { columns: string[]; sort: Sort[] };
  headline: string[];
  relations: Relation[];
}

export interface CatalogData {
  version: number;
  objects: BusinessObject[];
}

// ---- filters and queries

export type Filter =
  | { and: Filter[] }
  | { or: Filter[] }
  | { not: Filter }
  | { field: string; op: Operator; value?: unknown }
  | { exists: string; where?: Filter };

export interface RecordQuery {
  filter?: Filter;
  search?: string;
  view?: string | number;
  fields?: string[];
  sort?: Sort[];
  limit?: number;
  after?: string;
  count?: "none" | "capped" | "exact";
  deleted?: boolean;
}

export interface RecordPage {
  items: RecordData[];
  next: string | null;
  count?: { value: number; exact: boolean };
}

export interface AggregateQuery {
  filter?: Filter;
  groups: { field: string; bucket?: string }[];
  measures: { function: "count" | "countDistinct" | "sum" | "avg" | "min" | "max"; field?: string }[];
  sort?: Sort[];
  limit?: number;
}

export interface AggregateRows {
  rows: Record<string, unknown>[];
  totals?: Record<string, unknown>;
}

export interface Duplicate {
  id: number | null;
  label: string | null;
  score: number;
  fields: string[];
  message: string;
}

export interface Page<T> {
  items: T[];
  next?: string | null;
}

// ---- problems

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
  /** The record that already has this value, where the user may see it. */
  existing?: RecordLink;
}

/** RFC 9457 problem, as every refusal of the server reads. */
export interface ProblemBody {
  title?: string;
  status: number;
  detail?: string;
  code: string;
  errors?: FieldProblem[];
  requestId?: string;
  [extension: string]: unknown;
}

/** What a 409 on a stale version carries. */
export interface StaleBody extends ProblemBody {
  current: Draft;
  version: number;
  changedBy: Labelled | null;
  changedAt: string;
}

// ---- session and people

export type Theme = "light" | "dark" | "system";
export type Density = "comfortable" | "compact";

export interface Preferences {
  language?: Language;
  theme?: Theme;
  density?: Density;
  guideDone?: string[];
  [name: string]: unknown;
}

export interface SignedInUser {
  id: number;
  login: string;
  name: string;
  department: Labelled | null;
  administrator: boolean;
}

export interface SessionData {
  user: SignedInUser;
  csrf: string;
  settings: { company: string; timeZone: string; currency: string; maxUploadBytes: number };
  preferences: Preferences;
}

export interface Person {
  id: number;
  label: string;
  department: string | Labelled | null;
}

export interface Department {
  id: number;
  version?: number;
  name: string;
  parent: number | null;
  head: Labelled | null;
  members: number;
}

export interface User {
  id: number;
  version?: number;
  login: string;
  name: string;
  email?: string | null;
  phone?: string | null;
  department: Labelled | null;
  manager: Labelled | null;
  roles: Labelled[];
  /** Codes of the regions that the scope `region` means. */
  regions?: string[];
  active: boolean;
  lastSignIn?: string | null;
}

export type Scope =
  | "own"
  | "subordinates"
  | "department"
  | "departmentTree"
  | "departments"
  | "region"
  | "all"
  | "filter";

export interface Grant {
  object: string;
  verb: Verb;
  scope: Scope;
  departments?: number[];
  filter?: Filter;
}

export interface Role {
  id: number;
  version?: number;
  name: string;
  administrator: boolean;
  grants: Grant[];
  fields: { object: string; field: string; right: "hidden" | "masked" | "read" | "edit" }[];
  commands: string[];
  users: number;
}

export interface Token {
  id: number;
  name: string;
  scopes?: string[] | null;
  createdAt?: string | null;
  expiresAt?: string | null;
  lastUsedAt?: string | null;
}

// ---- records: history, timeline, access

export interface FieldChange {
  field: string;
  label: string;
  from: unknown;
  to: unknown;
}

export interface HistoryItem {
  at: string;
  by: Labelled | null;
  through: string;
  operation: number;
  undoable: boolean;
  action: "create" | "update" | "delete" | "restore";
  changes: FieldChange[];
}

export interface TimelineItem {
  kind: "activity" | "change" | "file";
  at: string;
  by: Labelled | null;
  record: RecordLink;
  activity?: RecordData;
  file?: RecordData;
  action?: HistoryItem["action"];
  changes?: FieldChange[];
  operation?: number;
  undoable?: boolean;
}

export interface AccessExplanation {
  verbs: { verb: string; allowed: boolean; reasons: string[] }[];
  fields: { field: string; label: string; right: string; reason: string }[];
}

// ---- operations, imports

export interface Operation {
  id: number;
  kind: "create" | "edit" | "delete" | "restore" | "bulk" | "import" | "undo" | "command" | "demo";
  label: string;
  object: string | null;
  status: "running" | "done" | "failed" | "cancelled";
  total: number;
  done: number;
  changed: number;
  failed: number;
  undoable: boolean;
  undoneBy: number | null;
  by: Labelled | null;
  through: string;
  startedAt: string;
  finishedAt: string | null;
  /** Why it failed. */
  message: string | null;
  conflicts: { object: string; id: number; label: string | null; field: string | null; message: string }[];
}

export type ImportMode = "insert" | "update" | "upsert";
export type OnDuplicate = "skip" | "update" | "mark";
export type ImportVerdict = "create" | "update" | "skip" | "mark" | "failed";

export interface ImportRow {
  row: number;
  verdict: ImportVerdict;
  values: Draft;
  record: Labelled | null;
  errors: { field: string | null; message: string }[];
}

export interface ImportJob {
  id: number;
  object: string;
  status: "mapping" | "checking" | "checked" | "running" | "done" | "failed" | "cancelled";
  dryRun: boolean;
  file: {
    name: string;
    size: number;
    format: "xlsx" | "csv";
    encoding: string | null;
    delimiter: string | null;
    sheet: string | null;
    sheets: string[] | null;
    headerRow: number;
    rows: number;
    skipped?: number[] | null;
  };
  columns: {
    index: number;
    title: string;
    samples: string[];
    target: string | null;
    confidence: "remembered" | "exact" | "similar" | "guessed" | "none";
  }[];
  targets: { name: string; label: string; required: boolean; group: string }[];
  mode: ImportMode;
  key: string[];
  onDuplicate: OnDuplicate;
  progress: {
    total: number;
    done: number;
    created: number;
    updated: number;
    skipped: number;
    marked: number;
    failed: number;
  };
  rows: ImportRow[];
  operation: number | null;
  message: string | null;
  by?: Labelled | null;
  startedAt?: string | null;
  finishedAt?: string | null;
}

/** An import as lists and the stream tell it. */
export type ImportSummary = Omit<ImportJob, "columns" | "targets" | "rows">;

// ---- the rest

export interface Tag {
  id: number;
  name: string;
  color: string | null;
  group: string | null;
  uses: number;
}

export interface SearchGroup {
  object: string;
  label: string;
  items: { id: number; label: string; detail: string | null; matched: string | null }[];
  more: boolean;
}

export interface View {
  id: string | number;
  name: string;
  builtin?: boolean;
  mine?: boolean;
  shared?: boolean;
  pinned?: boolean;
  position?: number;
  object: string;
  kind: "table" | "board";
  filter: Filter | null;
  columns: { field: string; width?: number | null }[];
  sort: Sort[];
  groupBy: string | null;
}

export interface Notice {
  id: number;
  kind: string;
  at: string;
  title: string;
  body: string | null;
  record: RecordLink | null;
  read: boolean;
}

/** `[code, name, children]` of the administrative divisions. */
export type RegionNode = [code: string, name: string, children?: RegionNode[]];
