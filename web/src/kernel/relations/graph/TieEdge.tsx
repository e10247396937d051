import {
  BaseEdge,
  type Edge,
  EdgeLabelRenderer,
  type EdgeProps,
  type InternalNode,
  useInternalNode,
} from "@xyflow/react";
import { memo } from "react";
import { NODE, type Place } from "../ringLayout";
import { borderPoint } from "./borderPoint";

export type GraphEdge = Edge<{ word: string | null }, "tie">;

/** A line from the border of one node to that of the other, with its word in the middle. */
export const TieEdge = memo(function TieEdge({
  source,
  target,
  data,
  style,
  markerEnd,
}: EdgeProps<GraphEdge>) {
  const from = useInternalNode(source);
  const to = useInternalNode(target);
  if (!from || !to) return null;
  const [a, b] = [middle(from), middle(to)];
  const start = borderPoint(a, b);
  const end = borderPoint(b, a);
  const x = (start.x + end.x) / 2;
  const y = (start.y + end.y) / 2;
  return (
    <>
      <BaseEdge path={`M${start.x},${start.y}L${end.x},${end.y}`} style={style} markerEnd={markerEnd} />
      {data?.word && (
        <EdgeLabelRenderer>
          <span
            className="graph-word"
            style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
          >
            {data.word}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
});

function middle(node: InternalNode): Place {
  const { x, y } = node.internals.positionAbsolute;
  return { x: x + NODE.width / 2, y: y + NODE.height / 2 };
}
