import { NODE, type Place } from "../ringLayout";

/** Where a line from the middle of a node towards another place leaves the node. */
export function borderPoint(middle: Place, towards: Place): Place {
  const dx = towards.x - middle.x;
  const dy = towards.y - middle.y;
  const scale = Math.max(Math.abs(dx) / (NODE.width / 2), Math.abs(dy) / (NODE.height / 2));
  return scale <= 1 ? middle : { x: middle.x + dx / scale, y: middle.y + dy / scale };
}
