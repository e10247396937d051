import { type RefObject, useEffect, useState } from "react";
import type { Engine } from "./engine";

/** A chart in an element, and how wide it is; the library that draws it is loaded with the first. */
export function useChart(frame: RefObject<HTMLDivElement | null>): { chart: Engine | null; width: number } {
  const [chart, setChart] = useState<Engine | null>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let made: Engine | null = null;
    let gone = false;
    void import("./engine").then(({ drawIn }) => {
      if (gone) return;
      made = drawIn(element);
      setChart(made);
    });
    const observer = new ResizeObserver(([entry]) => {
      made?.resize();
      setWidth(entry?.contentRect.width ?? 0);
    });
    observer.observe(element);
    return () => {
      gone = true;
      observer.disconnect();
      made?.dispose();
      setChart(null);
    };
  }, [frame]);
  return { chart, width };
}
