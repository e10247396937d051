import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useLanguage, useSay } from "~/kernel/i18n/language";
import { type Design, wordsIn } from "../design";
import { hopped, type Layout, placed, type Spot, sectionMoved, spotOf, stepped, takenOut } from "./layouts";
import { layoutWords } from "./messages";

type Held = { field: string } | { section: number };

/** What moves fields and sections: the mouse by dragging, the keyboard by arrows. */
export interface Dragging {
  held: Held | null;
  /** What was done last, for who does not see it. */
  said: string;
  source: (held: Held) => { draggable: true; onDragStart: (event: DragEvent) => void; onDragEnd: () => void };
  target: (spot: Spot) => {
    "data-over": boolean;
    onDragOver: (event: DragEvent) => void;
    onDrop: (event: DragEvent) => void;
  };
  out: () => { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void };
  fieldKeys: (field: string) => (event: KeyboardEvent) => void;
  sectionKeys: (section: number) => (event: KeyboardEvent) => void;
}

export function useDragging(design: Design, layout: Layout, onChange: (layout: Layout) => void): Dragging {
  const say = useSay(layoutWords);
  const language = useLanguage();
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState("");
  const [said, setSaid] = useState("");
  // What was moved by the keyboard keeps the focus, though it stands elsewhere now.
  const focus = useRef<string | null>(null);

  useEffect(() => {
    if (focus.current)
      document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focus.current)}"]`)?.focus();
    focus.current = null;
  });

  function tell(field: string, next: Layout) {
    const name = wordsIn(design.fields.find(each => each.name === field)?.label, language);
    const spot = spotOf(next, field);
    const section = spot && next.sections[spot.section];
    setSaid(
      section
        ? say("placed", { name, section: wordsIn(section.label, language), at: spot.at + 1 })
        : say("takenOut", { name }),
    );
  }

  function drop(event: DragEvent, spot: Spot | null) {
    event.preventDefault();
    event.stopPropagation();
    if (held && "field" in held) {
      const next = spot ? placed(layout, held.field, spot) : takenOut(layout, held.field);
      onChange(next);
      tell(held.field, next);
    } else if (held && spot) {
      onChange(sectionMoved(layout, held.section, spot.section));
    }
    letGo();
  }

  function letGo() {
    setHeld(null);
    setOver("");
  }

  function isOver(event: DragEvent, where: string) {
    if (!held) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(where);
  }

  return {
    held,
    said,
    source: what => ({
      draggable: true,
      onDragStart: event => {
        event.stopPropagation();
        event.dataTransfer.effectAllowed = "move";
        setHeld(what);
      },
      onDragEnd: letGo,
    }),
    target: spot => ({
      "data-over": held !== null && over === whereOf(spot),
      onDragOver: event => isOver(event, whereOf(spot)),
      onDrop: event => drop(event, spot),
    }),
    out: () => ({ onDragOver: event => isOver(event, "out"), onDrop: event => drop(event, null) }),
    fieldKeys: field => event => {
      const next = movedByKey(layout, field, event.key);
      if (!next) return;
      event.preventDefault();
      focus.current = field;
      onChange(next);
      tell(field, next);
    },
    sectionKeys: section => event => {
      const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
      if (step === 0) return;
      event.preventDefault();
      const next = sectionMoved(layout, section, section + step);
      if (next === layout) return;
      focus.current = `section ${section + step}`;
      onChange(next);
    },
  };
}

const whereOf = ({ section, at }: Spot) => `${section} ${at}`;

function movedByKey(layout: Layout, field: string, key: string): Layout | null {
  switch (key) {
    case "ArrowUp":
      return stepped(layout, field, -1);
    case "ArrowDown":
      return stepped(layout, field, 1);
    case "ArrowLeft":
      return hopped(layout, field, -1);
    case "ArrowRight":
      return hopped(layout, field, 1);
    case "Delete":
    case "Backspace":
      return takenOut(layout, field);
    default:
      return null;
  }
}
