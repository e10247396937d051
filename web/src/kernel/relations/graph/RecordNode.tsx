import { Handle, type Node, type NodeProps, Position } from "@xyflow/react";
import { memo } from "react";
import type { RelationNode } from "~/kernel/api/contract";
import { useCatalog } from "~/kernel/catalog/catalog";
import { ObjectIcon } from "~/ui/ObjectIcon";

export type GraphNode = Node<{ record: RelationNode; centre: boolean }, "record">;

/** A record in a graph: what it is, its name, and the first key fact. */
export const RecordNode = memo(function RecordNode({ data, selected }: NodeProps<GraphNode>) {
  const object = useCatalog().find(data.record.object);
  return (
    <div className="graph-node" data-centre={data.centre} data-selected={selected}>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      <span className="graph-node-name" title={data.record.label ?? undefined}>
        <ObjectIcon name={object?.icon ?? "record"} />
        {data.record.label ?? `#${data.record.id}`}
      </span>
      <span className="graph-node-detail">
        {[data.record.detail, data.record.owner?.label].filter(Boolean).join(" · ") || object?.label}
      </span>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </div>
  );
});
