import { type DragEvent, useState } from "react";
import type { Department } from "~/kernel/api/contract";
import { mayMove } from "./departmentPlaces";

/** Dragging a department onto another, or onto the top (`null`), moves it there. */
export function useDepartmentDrag(
  all: Department[],
  onMove: (department: Department, to: Department | null) => void,
) {
  const [dragged, setDragged] = useState<Department | null>(null);
  const [target, setTarget] = useState<number | "top" | null>(null);

  function end() {
    setDragged(null);
    setTarget(null);
  }

  const draggable = (place: Department | null) => ({
    draggable: place !== null,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", place?.name ?? "");
      setDragged(place);
    },
    onDragOver: (event: DragEvent) => {
      if (!dragged || !mayMove(all, dragged, place)) return;
      event.preventDefault();
      setTarget(place?.id ?? "top");
    },
    onDragLeave: () => setTarget(null),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      if (dragged && mayMove(all, dragged, place)) onMove(dragged, place);
      end();
    },
    onDragEnd: end,
  });

  return { draggable, target };
}
