import type { Piece } from "./redline";
import "./redline.css";

/** A text with what came underlined, and what went struck out. */
export function Redline({ pieces }: { pieces: Piece[] }) {
  return (
    <span className="redline">
      {pieces.map(({ kind, text }, index) =>
        kind === "same" ? (
          text
        ) : kind === "in" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
          <ins key={index}>{text}</ins>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
          <del key={index}>{text}</del>
        ),
      )}
    </span>
  );
}
