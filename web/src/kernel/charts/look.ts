/** What a drawing takes from the theme of the page. */
export interface Look {
  text: string;
  quiet: string;
  line: string;
  surface: string;
  /** The accent; the first of the colours. */
  accent: string;
  colors: readonly string[];
  /** From little to much; text is read on all of it. */
  heat: readonly string[];
  dark: boolean;
  /** Nothing moves: wished by the user, or in a test. */
  still: boolean;
  font: string;
}

/** Told apart by those who see colours otherwise, too (after Okabe and Ito), on white and on near black. */
export const LIGHT_COLORS = [
  "#2757c4",
  "#d9822b",
  "#1f8a6d",
  "#a2469a",
  "#c9353f",
  "#3a9bc1",
  "#8a7a1f",
  "#6b5bd0",
  "#7a5a44",
  "#5f6b7d",
] as const;

export const DARK_COLORS = [
  "#6f97f5",
  "#f0a858",
  "#4fc3a1",
  "#d183c9",
  "#ff8088",
  "#74c6e6",
  "#cdbb55",
  "#a599f5",
  "#c39c82",
  "#a9b2c3",
] as const;

/** The signs on lines, so that they are told apart without their colour. */
export const SYMBOLS = [
  "circle",
  "rect",
  "triangle",
  "diamond",
  "emptyCircle",
  "emptyRect",
  "emptyTriangle",
  "emptyDiamond",
] as const;

export const LIGHT_HEAT = ["#f0f4fd", "#93b0ee"] as const;
export const DARK_HEAT = ["#1f2637", "#3d5da8"] as const;
