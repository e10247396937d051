import type { ImportSummary, Notice, Operation } from "~/kernel/api/contract";

/** What the server tells while the page is open. */
export interface StreamEvents {
  notice: Notice;
  operation: Operation;
  import: ImportSummary;
  records: { object: string; ids: number[] };
  conversation: { id: number };
  catalog: { version: number };
  session: { ended: true };
  /** Told by ourselves: the line was down and is up again, so something may have been missed. */
  resumed: null;
}

export type Listener<K extends keyof StreamEvents> = (event: StreamEvents[K]) => void;

const TOLD_BY_SERVER = [
  "notice",
  "operation",
  "import",
  "records",
  "conversation",
  "catalog",
  "session",
] as const;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** The parts of an EventSource that are used; a test brings its own. */
export type Source = Pick<EventSource, "addEventListener" | "close" | "readyState" | "onopen" | "onerror">;

/** One line to the server for the whole page. It is taken up again whenever it breaks, for as long as the page is open. */
export class EventStream {
  private readonly listeners = new Map<string, Set<(event: never) => void>>();
  private source: Source | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private pause = FIRST_PAUSE;
  private broken = false;

  constructor(private readonly connect: () => Source) {}

  open(): () => void {
    this.join();
    return () => this.leave();
  }

  on<K extends keyof StreamEvents>(name: K, listener: Listener<K>): () => void {
    const set = this.listeners.get(name) ?? new Set();
    set.add(listener as (event: never) => void);
    this.listeners.set(name, set);
    return () => set.delete(listener as (event: never) => void);
  }

  private join(): void {
    const source = this.connect();
    for (const name of TOLD_BY_SERVER) {
      source.addEventListener(name, event =>
        this.tell(name, JSON.parse((event as MessageEvent<string>).data)),
      );
    }
    source.onopen = () => {
      this.pause = FIRST_PAUSE;
      if (this.broken) this.tell("resumed", null);
      this.broken = false;
    };
    source.onerror = () => this.mend(source);
    this.source = source;
  }

  /** The browser mends a dropped line by itself, but gives up for good when the server answers with an error. */
  private mend(source: Source): void {
    this.broken = true;
    if (source.readyState !== 2 || source !== this.source) return;
    this.timer = setTimeout(() => this.join(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private leave(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  private tell(name: string, event: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(event as never);
  }
}
