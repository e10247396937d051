import type { FieldProblem, ProblemBody, StaleBody } from "./contract";

/** A refusal of the server, in the user's language; says what is wrong first where single values are to blame. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: FieldProblem[];
  readonly requestId: string | undefined;

  constructor(readonly body: ProblemBody) {
    super(body.errors?.[0]?.message ?? body.detail ?? body.title ?? body.code);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.errors = body.errors ?? [];
    this.requestId = body.requestId;
  }

  /** The first message about each field. */
  byField(): Record<string, string> {
    const messages: Record<string, string> = {};
    for (const error of this.errors) {
      messages[error.field] ??= error.message;
    }
    return messages;
  }

  isStale(): this is Problem & { body: StaleBody } {
    return this.code === "stale";
  }
}

/** The server could not be reached at all. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}
