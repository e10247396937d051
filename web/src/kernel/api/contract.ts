import type { components } from "./wire";

/**
 * The shapes of the HTTP contract (docs/http.md), as the interface reads them. What is the same for every object comes
 * from the server's own description: `wire.ts`, see web/README.md.
 */
type Wire = components["schemas"];

export type Language = "zh-CN" | "en-US";

export type Labelled = Wire["Labelled"];

/** A record of any object by name, as `link` fields and notices point at it. */
export interface RecordLink {
  object: string;
  id: number;
  label?: string | null;
}

export type StoredFile = Wire["StoredFile"];

export type Money = Wire["Money"];

export type Address = Wire["Address"];

export type Location = Wire["Location"];

export type Changing = "edit" | "delete" | "transfer" | Command["name"];

/** A flat record; each field kind knows the type of its own values. */
export interface RecordData {
  id: number;
  version: number;
  /** By which verbs and commands its reader may change the record, where that was asked. */
  may?: Changing[];
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
export type ValueKindName = (typeof FIELD_KINDS)[number];

/** A computed field reads, sorts and filters as the kind of its `result`. */
export type FieldKindName = ValueKindName | "formula" | "rollup";

export type Operator = Wire["Operator"];

export interface Option {
  value: string;
  label: string;
  color?: string | null;
  parent?: string | null;
  active?: boolean;
}

/** One move of a status: `from` is `null` for a new record and `"*"` for any value. */
export interface Move {
  from: string | null;
  to: string | null;
  /** I may make it. */
  open: boolean;
  required: string[];
}

export interface Transitions {
  /** Moves that are not listed are refused. */
  onlyListed: boolean;
  moves: Move[];
}

export interface Field {
  name: string;
  label: string;
  kind: FieldKindName;
  /** The kind of the values of a computed field. */
  result?: ValueKindName | null;
  help?: string | null;
  required: boolean;
  unique?: boolean;
  system?: boolean;
  right: "read" | "edit" | "masked";
  /** A masked value may be shown, one at a time. */
  reveal?: boolean;
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
  transitions?: Transitions | null;
  /** One may ask how its value came about. */
  explained?: boolean;
}

export type Verb = Grant["verb"];

export interface Command {
  name: string;
  label: string;
  on: "each" | "together";
  input: Field[];
  danger: boolean;
}

export interface Relation {
  name: string;
  object: string;
  field: string;
  label: string;
  /** Lines: read and written together with the record. */
  lines: boolean;
}

export type Sort = Wire["Sort"];

/** A part of the form of an object, as the layout that applies to the reader has it. */
export interface FormSection {
  label: string;
  fields: string[];
  /** One or two, where there is room. */
  columns?: number;
  collapsed?: boolean;
  shownWhen?: Filter | null;
  /** Those of its fields that take all columns. */
  wide?: string[];
}

/** What holds for some fields while a condition does; `null`: always. */
export interface ValueRule {
  name: string;
  effect: "show" | "hide" | "require" | "lock";
  when: Filter | null;
  fields: string[];
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
  sections: FormSection[];
  rules?: ValueRule[];
  list: { columns: string[]; sort: Sort[] };
  headline: string[];
  relations: Relation[];
}

export interface CatalogData {
  version: number;
  objects: BusinessObject[];
}

// ---- filters and queries

export type Filter = Wire["Filter"];

export type RecordQuery = Wire["RecordQuery"];

export interface RecordPage {
  items: RecordData[];
  next: string | null;
  count?: { value: number; exact: boolean };
}

/** Asks for the columns of a board. */
export type BoardQuery = Wire["BoardQuery"];

/** Number, sum and first cards of the columns in which records stand. */
export interface BoardRows {
  columns: (Wire["BoardColumn"] & { items: RecordData[] })[];
}

export type AggregateQuery = Wire["Aggregation"];

export type AggregateRows = Wire["Summary"];

export type Prices = Wire["Prices"];

export type Duplicate = Wire["Duplicate"];

export interface Page<T> {
  items: T[];
  next?: string | null;
}

// ---- problems

export type FieldProblem = Wire["FieldProblem"];

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

export type Theme = NonNullable<Preferences["theme"]>;
export type Density = NonNullable<Preferences["density"]>;

export type Preferences = Wire["Preferences"];

export type SignedInUser = Wire["SignedInUser"];

export interface SessionData {
  user: SignedInUser;
  csrf: string;
  settings: {
    company: string;
    shortName: string;
    timeZone: string;
    currency: string;
    language: string;
    maxUploadBytes: number;
    recycleDays: number;
  };
  /** What must be done before anything else opens. */
  owes?: Wire["Session"]["owes"];
  /** When the password must be replaced; `null` when it lasts. */
  passwordEnds?: string | null;
  preferences: Preferences;
  /** The administrator who looks as this user. */
  viewer: { id: number; label: string; until: string } | null;
}

export type Person = Wire["Person"];

export type Department = Wire["Department"];

export type User = Wire["User"];

export type Device = Wire["Device"];

export type UserDevice = Wire["UserDevice"];

export type SecondFactor = Wire["SecondFactor"];

export type Delegation = Wire["Delegation"];

export type Invitation = Wire["Invitation"];

/** A link by which somebody sets their password; the server tells it once. */
export type PasswordLink = Wire["PasswordLink"];

export type Scope = Grant["scope"];

export type Grant = Wire["Grant"];

export type PeopleGroup = Wire["PeopleGroup"];
export type Role = Wire["Role"];

export type FieldRule = Role["fields"][number];

export type Mask = NonNullable<FieldRule["mask"]>;

export type PageRight = Role["pages"][number];

export type RolePreview = Wire["RolePreview"];

export type SmsTemplate = Wire["SmsTemplate"];
export type SharingRule = Wire["SharingRule"];
export type Pool = Wire["Pool"];
export type PoolTonight = Wire["PoolTonight"];

export type PoolExemption = Wire["PoolExemption"];
export type Scoring = Wire["Scoring"];
export type ScoringPreview = Wire["ScoringPreview"];
export type Prediction = Wire["Prediction"];
export type RegionOwners = Wire["RegionOwners"];
export type MyPool = Wire["MyPool"];
export type PoolStanding = Wire["PoolStanding"];
export type Worth = Wire["Worth"];
export type WorthTried = Wire["WorthTried"];
export type WorthAnalysis = Wire["WorthAnalysis"];

export type SharingPreview = Wire["SharingPreview"];

export type Token = Wire["Token"];

// ---- records: history, timeline, access

export type FieldChange = Wire["FieldChange"];

export type HistoryItem = Wire["HistoryItem"];

export type TimelineItem = Wire["TimelineItem"];

export type AccessExplanation = Wire["AccessExplanation"];

export type ValueExplanation = Wire["ValueExplanation"];

export type Portrait = Wire["Portrait"];
export type Pipelines = Wire["Pipelines"];

export type TargetMeasures = Wire["TargetMeasures"];

export type TargetYear = Wire["TargetYear"];

export type TargetCompletion = Wire["TargetCompletion"];

export type MyTargets = Wire["MyTargets"];

/** What will be won by the end of a period. */
export type Forecast = Wire["Forecast"];
/** How true forecasts of past periods came. */
export type ForecastBackTest = Wire["ForecastBackTest"];
/** How a measure went and goes on. */
export type Trend = Wire["Trend"];
export type TrendMeasure = Wire["TrendMeasure"];
export type TrendGrowth = Wire["TrendGrowth"];
/** A word about what will be won, in the history of such words. */
export type ForecastHistory = Wire["ForecastHistory"];

/** What has changed in the pipelines since a day. */
export type PipelineMovement = Wire["PipelineMovement"];
/** How long what is owed has been due. */
export type Ageing = Wire["Ageing"];
/** What became of a bank's statement that was taken in. */
export type TakenStatement = Wire["TakenStatement"];
/** Whom entries of the bank are from, and what they pay. */
export type Proposals = Wire["Proposals"];
export type Proposal = Proposals["items"][number];
export type PipelineMover = Wire["PipelineMover"];

/** A form, a hook or a mailbox by which records come from outside. */
export type IntakeSource = Wire["IntakeSource"];
export type IntakeDesign = IntakeSource["design"];
export type IntakeQuestion = IntakeDesign["questions"][number];
/** What came through one, and what became of it. */
export type Submission = Wire["Submission"];
/** A mail as it came, as plain text. */
export type IntakeMail = Wire["IntakeMail"];

export type Approval = Wire["Approval"];

export type ApprovalEntry = Wire["ApprovalEntry"];

export type ApprovalsOfRecord = Wire["ApprovalsOfRecord"];

/** By which rules new records of an object find their owners. */
export type Routing = Wire["Routing"];
/** A decision of these rules, and why. */
export type RoutingDecision = Wire["RoutingDecision"];
/** What rules would do with records that are there. */
export type RoutingTrial = Wire["RoutingTrial"];

/** One of the records a lead would become. */
export type Becomes = Wire["Becomes"];
/** Where the values of leads go when they are converted. */
export type ConversionMapping = Wire["ConversionMapping"];

export type StageStep = Wire["StageStep"];
/** A task of a stage that is done, by whom and when. */
export type StageTick = Wire["StageTick"];

// ---- operations, imports

export type Operation = Wire["Operation"];

export type ImportMode = ImportJob["mode"];
export type OnDuplicate = ImportJob["onDuplicate"];
export type ImportVerdict = ImportRow["verdict"];

export type ImportRow = Wire["ImportRow"];

export type ImportJob = Wire["ImportJob"];
export type ExportJob = Wire["ExportJob"];
export type OperationLogRow = Wire["OperationLogRow"];
export type LoginLogRow = Wire["LoginLogRow"];
export type ChangeLogRow = Wire["ChangeLogRow"];
export type AdministrationLogRow = Wire["AdministrationLogRow"];
export type AccessLogRow = Wire["AccessLogRow"];
export type LogCheck = Wire["LogCheck"];

/** An import as lists and the stream tell it. */
export type ImportSummary = Wire["ImportSummary"];

// ---- reports

/** What a report asks, as it is sent. */
export type ReportQuestion = Wire["ReportQuestion"];
/** What a report found. */
export type ReportTable = Wire["ReportTable"];
export type KeptReport = Wire["Report"];
export type KeptDashboard = Wire["Dashboard"];
export type Subscription = Wire["Subscription"];
export type Subscriptions = Wire["Subscriptions"];
export type SubscriptionResults = Wire["SubscriptionResults"];

// ---- the rest

export type Tag = Wire["Tag"];

export type RelationNode = Wire["RelationNode"];
export type RelationEdge = Wire["RelationEdge"];
/** A record and what it is tied to. */
export type Surroundings = Wire["Surroundings"];
/** The shortest way from one record to another. */
export type Way = Wire["Way"];

export type SearchGroup = Wire["SearchGroup"];

export type View = Wire["View"];

export type Notice = Wire["Notice"];
export type Announcement = Wire["Announcement"];
export type Announcements = Wire["Announcements"];
export type AnnouncementLine = Announcements["items"][number];
export type AnnouncementReaders = Wire["AnnouncementReaders"];

export type NoticeChoices = Wire["NoticeChoices"];
export type Robot = Wire["Robot"];
export type Robots = Wire["Robots"];
export type SimulatedGroup = Wire["SimulatedGroup"];

export type Conversation = Wire["Conversation"];
export type Conversations = Wire["Conversations"];
export type ConversationLine = Conversations["items"][number];
export type ChatMessage = Wire["ChatMessage"];
export type ChatMessages = Wire["ChatMessages"];
export type FoundMessages = Wire["FoundMessages"];
export type FoundMessage = FoundMessages["messages"][number];
/** What calendars hold between two days. */
export type CalendarWindow = Omit<Wire["Calendar"], "records" | "tasks"> & {
  records: RecordData[];
  tasks: RecordData[];
};
export type CalendarOccurrence = CalendarWindow["occurrences"][number];
/** The link by which somebody's other calendars read along. */
export type CalendarSettings = Wire["CalendarSettings"];

export type Mention = Wire["Mention"];

export type Overview = Wire["Overview"];
export type KeyFigure = Overview["figures"][number];

/** `[code, name, children]` of the administrative divisions. */
export type RegionNode = [code: string, name: string, children?: RegionNode[]];
