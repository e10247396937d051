import type { ReactNode } from "react";
import ReactGridLayout, { type Layout, useContainerWidth } from "react-grid-layout";
import "react-grid-layout/css/styles.css";
import { COLUMNS, GAP, ROW, type Tile } from "./dashboards";

interface Props {
  tiles: Tile[];
  onChange: (tiles: Tile[]) => void;
  children: (tile: Tile, index: number) => ReactNode;
}

/** The tiles while they are arranged by the mouse. */
export function Arranged({ tiles, onChange, children }: Props) {
  const { width, mounted, containerRef } = useContainerWidth();
  const layout = tiles.map(({ x, y, w, h }, index) => ({ i: String(index), x, y, w, h, minW: 2, minH: 2 }));
  function take(next: Layout) {
    const moved = tiles.map((tile, index) => {
      const place = next.find(({ i }) => i === String(index));
      return place ? { ...tile, x: place.x, y: place.y, w: place.w, h: place.h } : tile;
    });
    const same = moved.every((tile, index) =>
      (["x", "y", "w", "h"] as const).every(side => tile[side] === tiles[index]?.[side]),
    );
    if (!same) onChange(moved);
  }
  return (
    <div ref={containerRef} className="board-arranged">
      {mounted && (
        <ReactGridLayout
          width={width}
          layout={layout}
          gridConfig={{ cols: COLUMNS, rowHeight: ROW, margin: [GAP, GAP], containerPadding: [0, 0] }}
          dragConfig={{ enabled: true, handle: ".tile-head" }}
          resizeConfig={{ enabled: true, handles: ["se"] }}
          onLayoutChange={take}
        >
          {tiles.map((tile, index) => (
            <div key={layout[index]?.i}>{children(tile, index)}</div>
          ))}
        </ReactGridLayout>
      )}
    </div>
  );
}
