import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EventStream, type Source } from "./eventStream";

/** A line that the test holds the other end of. */
class Line implements Source {
  readyState = 1;
  onopen: Source["onopen"] = null;
  onerror: Source["onerror"] = null;
  private readonly handlers = new Map<string, (event: MessageEvent) => void>();

  addEventListener(name: string, handler: unknown): void {
    this.handlers.set(name, handler as (event: MessageEvent) => void);
  }

  close(): void {
    this.readyState = 2;
  }

  tells(name: string, event: unknown): void {
    this.handlers.get(name)?.({ data: JSON.stringify(event) } as MessageEvent);
  }

  opens(): void {
    this.readyState = 1;
    this.onopen?.call(this as unknown as EventSource, new Event("open"));
  }

  isRefused(): void {
    this.readyState = 2;
    this.onerror?.call(this as unknown as EventSource, new Event("error"));
  }
}

describe("the stream of events", () => {
  let lines: Line[];
  let stream: EventStream;
  const line = () => lines.at(-1) as Line;

  beforeEach(() => {
    vi.useFakeTimers();
    lines = [];
    stream = new EventStream(() => {
      const next = new Line();
      lines.push(next);
      return next;
    });
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it("tells those who listen, until they stop", () => {
    const heard: unknown[] = [];
    const stop = stream.on("records", event => heard.push(event));
    stream.open();
    line().tells("records", { object: "customer", ids: [1] });
    stop();
    line().tells("records", { object: "customer", ids: [2] });
    expect(heard).toEqual([{ object: "customer", ids: [1] }]);
  });

  it("is taken up again after a refusal, and says that something may have been missed", () => {
    const resumed = vi.fn();
    stream.on("resumed", resumed);
    stream.open();
    line().opens();
    expect(resumed).not.toHaveBeenCalled();
    line().isRefused();
    vi.advanceTimersByTime(2000);
    expect(lines).toHaveLength(2);
    line().opens();
    expect(resumed).toHaveBeenCalledOnce();
  });

  it("waits longer each time, and not at all once the page is left", () => {
    const leave = stream.open();
    line().isRefused();
    vi.advanceTimersByTime(2000);
    line().isRefused();
    vi.advanceTimersByTime(2000);
    expect(lines).toHaveLength(2);
    vi.advanceTimersByTime(2000);
    expect(lines).toHaveLength(3);
    line().isRefused();
    leave();
    vi.advanceTimersByTime(120_000);
    expect(lines).toHaveLength(3);
  });
});
