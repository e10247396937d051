import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import type { ImportSummary, Notice, Operation } from "~/kernel/api/contract";

/** What the server tells while the page is open. */
export interface StreamEvents {
  notice: Notice;
  operation: Operation;
  import: ImportSummary;
  records: { object: string; ids: number[] };
  catalog: { version: number };
  session: { ended: true };
}

type Listener<K extends keyof StreamEvents> = (event: StreamEvents[K]) => void;

/** One EventSource for the whole page; the browser reconnects it by itself. */
class Stream {
  private readonly listeners = new Map<string, Set<(event: never) => void>>();
  private source: EventSource | null = null;

  open(): () => void {
    const source = new EventSource("/api/stream");
    const names: (keyof StreamEvents)[] = ["notice", "operation", "import", "records", "catalog", "session"];
    for (const name of names) {
      source.addEventListener(name, event => this.tell(name, JSON.parse(event.data)));
    }
    this.source = source;
    return () => {
      source.close();
      if (this.source === source) this.source = null;
    };
  }

  on<K extends keyof StreamEvents>(name: K, listener: Listener<K>): () => void {
    const set = this.listeners.get(name) ?? new Set();
    set.add(listener as (event: never) => void);
    this.listeners.set(name, set);
    return () => set.delete(listener as (event: never) => void);
  }

  private tell(name: string, event: unknown): void {
    for (const listener of this.listeners.get(name) ?? []) listener(event as never);
  }
}

const StreamContext = createContext<Stream | null>(null);

export function StreamProvider({ children }: { children: ReactNode }) {
  const stream = useMemo(() => new Stream(), []);
  useEffect(() => stream.open(), [stream]);
  return <StreamContext value={stream}>{children}</StreamContext>;
}

/** Calls back for each event of that name while the component is mounted. */
export function useStream<K extends keyof StreamEvents>(name: K, listener: Listener<K>): void {
  const stream = useContext(StreamContext);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => stream?.on(name, event => latest.current(event)), [stream, name]);
}
