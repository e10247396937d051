import "./qr-picture.css";

/** A square that cameras read, from its rows of 0 and 1. Dark on light in every theme, or cameras do not find it. */
export function QrPicture({ rows, label }: { rows: string[]; label: string }) {
  const margin = 4;
  const size = rows.length + 2 * margin;
  const dark = rows.flatMap((row, y) =>
    [...row].flatMap((cell, x) => (cell === "1" ? [`M${x + margin} ${y + margin}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="qr-picture"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join("")} fill="#000" />
    </svg>
  );
}
