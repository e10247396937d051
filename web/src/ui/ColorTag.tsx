import type { CSSProperties, ReactNode } from "react";
import "./color-tag.css";

interface ColorTagProps {
  /** One of the named colours, or a colour of CSS; none is neutral. */
  color?: string | null;
  children: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
}

/** A word on a wash of its colour. The text keeps the colour of text, so that every colour is readable. */
export function ColorTag({ color, children, onRemove, removeLabel }: ColorTagProps) {
  return (
    <span className="color-tag" style={{ "--tag": tagColorValue(color) } as CSSProperties}>
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onMouseDown={event => event.preventDefault()}
          onClick={onRemove}
        >
          ×
        </button>
      )}
    </span>
  );
}

const NAMED: Record<string, string> = {
  red: "#e5484d",
  volcano: "#e8590c",
  orange: "#f08c00",
  gold: "#e0a800",
  yellow: "#e0a800",
  lime: "#82a60a",
  green: "#2f9e58",
  cyan: "#0c9ba6",
  blue: "#3b7bf0",
  geekblue: "#4c5fd7",
  purple: "#8a55d9",
  magenta: "#d6409f",
  pink: "#d6409f",
};

export function tagColorValue(color: string | null | undefined): string {
  if (!color) return "#8993a7";
  return NAMED[color] ?? (/^#[\da-f]{3,8}$/i.test(color) ? color : "#8993a7");
}
