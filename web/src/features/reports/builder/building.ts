import type { DragEvent } from "react";
import { useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { useSay } from "~/kernel/i18n/language";
import { fieldOf, groupOf, isGroupable, measureOf, type ReportField } from "../fields";
import { bucketWords, functionWords, reportWords } from "../messages";
import {
  type Group,
  knownBucket,
  type Measure,
  movedGroup,
  movedMeasure,
  type Question,
  type Shelf,
  type Spot,
  withGroup,
  withMeasure,
  withoutGroup,
  withoutMeasure,
} from "../question";

/** A question while it is built. */
export interface Building {
  object: BusinessObject;
  question: Question;
  change: (next: (question: Question) => Question) => void;
  faults: Record<string, string>;
}

/** What is held by the mouse. */
export type Held = { field: ReportField } | { group: Spot } | { measure: number };
export type Target = Shelf | "measures";

export interface Dragging {
  held: Held | null;
  over: string;
  source: (held: Held) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  target: (
    shelf: Target,
    at: number,
  ) => {
    "data-over": boolean;
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  /** What is dropped outside is taken off. */
  out: () => { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
}

/** The mouse brings fields to their place; whoever has none uses the menus, which do the same. */
export function useDragging(change: Building["change"]): Dragging {
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState("");
  const letGo = () => {
    setHeld(null);
    setOver("");
  };
  const drop = (event: DragEvent, apply: (question: Question, what: Held) => Question) => {
    event.preventDefault();
    event.stopPropagation();
    if (held) change(question => apply(question, held));
    letGo();
  };
  return {
    held,
    over,
    source: what => ({
      draggable: true,
      onDragStart: event => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", "");
        setHeld(what);
      },
      onDragEnd: letGo,
    }),
    target: (shelf, at) => ({
      "data-over": held !== null && over === `${shelf} ${at}`,
      onDragOver: event => {
        if (!held || !fits(held, shelf)) return;
        event.preventDefault();
        event.stopPropagation();
        setOver(`${shelf} ${at}`);
      },
      onDrop: event => drop(event, (question, what) => dropped(question, what, shelf, at)),
    }),
    out: () => ({
      onDragOver: event => {
        if (!held || "field" in held) return;
        event.preventDefault();
        setOver("");
      },
      onDrop: event => drop(event, takenOff),
    }),
  };
}

function fits(held: Held, shelf: Target): boolean {
  if ("field" in held) return shelf === "measures" || (!held.field.of && isGroupable(held.field.field));
  return "group" in held ? shelf !== "measures" : shelf === "measures";
}

function dropped(question: Question, held: Held, shelf: Target, at: number): Question {
  if ("field" in held) {
    return shelf === "measures"
      ? withMeasure(question, measureOf(held.field), at)
      : withGroup(question, groupOf(held.field), shelf, at);
  }
  if ("group" in held && shelf !== "measures") {
    const { group } = held;
    const behind = group.shelf === shelf && group.at < at;
    return movedGroup(question, group, { shelf, at: behind ? at - 1 : at });
  }
  if ("measure" in held) return movedMeasure(question, held.measure, held.measure < at ? at - 1 : at);
  return question;
}

function takenOff(question: Question, held: Held): Question {
  if ("group" in held) return withoutGroup(question, held.group);
  return "measure" in held ? withoutMeasure(question, held.measure) : question;
}

/** What groups and measures are called. */
export function useNames(object: BusinessObject) {
  const say = useSay(reportWords);
  const sayFunction = useSay(functionWords);
  const sayBucket = useSay(bucketWords);
  const catalog = useCatalog();
  const group = ({ field, bucket }: Group): string => {
    const label = fieldOf(catalog, object, { field })?.label ?? field;
    const rounded = knownBucket(bucket);
    return rounded ? `${label} · ${sayBucket(rounded)}` : label;
  };
  const measure = (asked: Measure): string => {
    if (asked.label) return asked.label;
    if (asked.formula !== undefined) return asked.formula || say("formula");
    const relation = object.relations.find(({ name }) => name === asked.of);
    if (!asked.field) return relation ? `${relation.label} · ${sayFunction("count")}` : sayFunction("count");
    const label = fieldOf(catalog, object, asked)?.label ?? asked.field;
    return `${label} · ${sayFunction(asked.function ?? "count")}`;
  };
  return { group, measure };
}
