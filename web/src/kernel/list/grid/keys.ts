/** Where the focus of a grid stands. */
export interface Place {
  row: number;
  column: number;
}

export type GridAct =
  | { act: "move"; to: Place }
  | { act: "activate" }
  | { act: "edit" }
  | { act: "open" }
  | { act: "select"; range: boolean }
  | { act: "selectAll" }
  | { act: "search" };

export interface Key {
  key: string;
  shift: boolean;
  command: boolean;
  alt: boolean;
  /** An input method is composing: the key belongs to it. */
  composing: boolean;
}

/** What a key means in a grid of that size; `null` when it means nothing here. */
export function actOf(
  key: Key,
  at: Place,
  size: { rows: number; columns: number },
  page = 15,
): GridAct | null {
  if (key.composing || key.alt) return null;
  if (key.command) return commandOf(key, at, size);
  const down = (by: number): GridAct => ({
    act: "move",
    to: { row: within(at.row + by, size.rows), column: at.column },
  });
  const right = (by: number): GridAct => ({
    act: "move",
    to: { row: at.row, column: within(at.column + by, size.columns) },
  });
  switch (key.key) {
    case "ArrowDown":
    case "j":
      return down(1);
    case "ArrowUp":
    case "k":
      return down(-1);
    case "ArrowRight":
    case "l":
      return right(1);
    case "ArrowLeft":
    case "h":
      return right(-1);
    case "PageDown":
      return down(page);
    case "PageUp":
      return down(-page);
    case "Home":
      return right(-size.columns);
    case "End":
      return right(size.columns);
    case "Enter":
      return { act: "activate" };
    case "F2":
      return { act: "edit" };
    case "o":
      return { act: "open" };
    case "x":
    case "X":
    case " ":
      return { act: "select", range: key.shift };
    case "/":
      return { act: "search" };
    default:
      return null;
  }
}

function commandOf(key: Key, at: Place, size: { rows: number; columns: number }): GridAct | null {
  switch (key.key) {
    case "Home":
      return { act: "move", to: { row: 0, column: at.column } };
    case "End":
      return { act: "move", to: { row: size.rows - 1, column: at.column } };
    case "a":
      return { act: "selectAll" };
    case "Enter":
      return { act: "open" };
    default:
      return null;
  }
}

/** The next cell that can be changed, in reading order; `null` after the last. */
export function nextEditable(at: Place, back: boolean, editable: boolean[], rows: number): Place | null {
  const step = back ? -1 : 1;
  let { row, column } = at;
  for (;;) {
    column += step;
    if (column < 0 || column >= editable.length) {
      row += step;
      column = back ? editable.length - 1 : 0;
    }
    if (row < 0 || row >= rows || !editable.includes(true)) return null;
    if (editable[column]) return { row, column };
  }
}

function within(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value));
}
