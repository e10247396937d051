import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from "react";
import { EventStream, type Listener, type StreamEvents } from "./eventStream";

const StreamContext = createContext<EventStream | null>(null);

export function StreamProvider({ children }: { children: ReactNode }) {
  const stream = useMemo(() => new EventStream(() => new EventSource("/api/stream")), []);
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
