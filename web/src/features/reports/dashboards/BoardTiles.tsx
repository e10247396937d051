import { useNarrow } from "~/ui/useNarrow";
import { inReadingOrder, type Tile } from "./dashboards";
import type { Cross, Narrowing } from "./narrowing";
import { TileCard } from "./TileCard";

interface Props {
  tiles: Tile[];
  narrowing: Narrowing;
  onCross: (cross: Cross) => void;
}

/** The reports of a dashboard in their places; on a phone one below the other. */
export function BoardTiles({ tiles, narrowing, onCross }: Props) {
  const narrow = useNarrow();
  return (
    <div className="board-grid">
      {inReadingOrder(tiles).map(tile => (
        <div
          key={`${tile.report} ${tile.x} ${tile.y}`}
          style={{
            gridColumn: narrow ? undefined : `${tile.x + 1} / span ${tile.w}`,
            gridRow: narrow ? `span ${tile.h}` : `${tile.y + 1} / span ${tile.h}`,
          }}
        >
          <TileCard tile={tile} narrowing={narrowing} onCross={onCross} />
        </div>
      ))}
    </div>
  );
}
