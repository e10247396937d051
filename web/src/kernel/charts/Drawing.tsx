import { useEffect, useRef, useState } from "react";
import { useLanguage } from "~/kernel/i18n/language";
import type { Answer, Mark } from "./answer";
import { type Atlas, areaOf, atlasOf, mapOf } from "./areas";
import type { Engine } from "./engine";
import type { ChartChoice } from "./kinds";
import type { Item } from "./options/common";
import { type DrawnKind, optionsOf } from "./options/options";
import { useChart } from "./useChart";
import { useLook } from "./useLook";

/** Where on the screen something was clicked. */
export interface Place {
  x: number;
  y: number;
}

interface Props {
  answer: Answer;
  choice: ChartChoice;
  kind: DrawnKind;
  past: string;
  onPick?: (mark: Mark, place: Place) => void;
  /** Tells how to make a picture of it, and takes that back. */
  onPicture?: (picture: (() => string) | null) => void;
}

/** A chart of an answer; the library that draws it is loaded with the first. */
export function Drawing({ answer, choice, kind, past, onPick, onPicture }: Props) {
  const language = useLanguage();
  const look = useLook();
  const frame = useRef<HTMLDivElement>(null);
  const { chart, width } = useChart(frame);
  const pick = useRef(onPick);
  pick.current = onPick;

  useEffect(() => {
    if (!chart) return;
    chart.on("click", event => {
      const { mark } = (event.data ?? {}) as Item;
      const at = event.event?.event as unknown as MouseEvent | undefined;
      if (mark) pick.current?.(mark, { x: at?.clientX ?? 0, y: at?.clientY ?? 0 });
    });
    chart.getZr().on("click", event => {
      const nearest = event.target ? null : nearestOnLine(chart, event.offsetX, event.offsetY);
      const at = event.event as unknown as MouseEvent;
      if (nearest) pick.current?.(nearest, { x: at.clientX, y: at.clientY });
    });
  }, [chart]);

  const atlas = useAtlas(answer, kind);
  useEffect(() => {
    if (!chart || width === 0) return;
    chart.setOption(optionsOf(answer, choice, kind, { look, language, past, width, atlas }), true);
  }, [chart, answer, choice, kind, look, language, past, width, atlas]);

  useEffect(() => {
    if (!chart) return;
    onPicture?.(() => chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: look.surface }));
    return () => onPicture?.(null);
  }, [chart, onPicture, look.surface]);

  return <div ref={frame} className="chart-drawing" />;
}

/** The map that is drawn on, once it has come and the engine has learnt it. */
function useAtlas(answer: Answer, kind: DrawnKind): Atlas | null {
  const [atlas, setAtlas] = useState<Atlas | null>(null);
  const [dimension] = answer.dimensions;
  const area = kind === "map" && dimension ? areaOf(dimension) : null;
  const name = area && `${area.kind}/${mapOf(area)}`;
  const wanted = useRef(area);
  wanted.current = area;
  useEffect(() => {
    const { current } = wanted;
    setAtlas(null);
    if (!name || !current) return;
    let gone = false;
    void Promise.all([atlasOf(current), import("./engine")]).then(([read, { learnMap }]) => {
      learnMap(mapOf(current), read.map);
      if (!gone) setAtlas(read);
    });
    return () => {
      gone = true;
    };
  }, [name]);
  return atlas;
}

/** The point of a line that is nearest to where one clicked: points are small, and the column is what one means. */
function nearestOnLine(chart: Engine, x: number, y: number): Mark | null {
  const { series } = chart.getOption() as { series: { type: string; data: Item[] }[] };
  if (!chart.containPixel("grid", [x, y])) return null;
  let nearest: { mark: Mark; distance: number } | null = null;
  for (const [seriesIndex, { type, data }] of series.entries()) {
    if (type !== "line") continue;
    const [at = 0] = chart.convertFromPixel({ seriesIndex }, [x, y]) as number[];
    const item = data[Math.round(at)];
    if (typeof item?.value !== "number" || !item.mark) continue;
    const [, height = 0] = chart.convertToPixel({ seriesIndex }, [Math.round(at), item.value]) as number[];
    const distance = Math.abs(height - y);
    if (!nearest || distance < nearest.distance) nearest = { mark: item.mark, distance };
  }
  return nearest?.mark ?? null;
}
