import { FullscreenExitOutlined, FullscreenOutlined } from "@ant-design/icons";
import {
  applyNodeChanges,
  Background,
  Controls,
  MarkerType,
  type NodeChange,
  ReactFlow,
} from "@xyflow/react";
import { Button, Checkbox, Select } from "antd";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useAct } from "~/kernel/acting/useAct";
import type { BusinessObject, RecordData, RelationEdge, Surroundings } from "~/kernel/api/contract";
import { useNameOf } from "~/kernel/catalog/nameOf";
import { useSay } from "~/kernel/i18n/language";
import { relationWords } from "../messages";
import { kindsOf, merged, without } from "../network";
import { ringLayout } from "../ringLayout";
import { readNetwork, useNetwork } from "../useNetwork";
import { NodeCard } from "./NodeCard";
import { type GraphNode, RecordNode } from "./RecordNode";
import { type GraphEdge, TieEdge } from "./TieEdge";
import "@xyflow/react/dist/style.css";
import "./graph.css";

const NODE_TYPES = { record: RecordNode };
const EDGE_TYPES = { tie: TieEdge };
const COLORS = ["#3b7bf0", "#2f9e58", "#e8590c", "#8a55d9", "#0c9ba6", "#d6409f", "#b26a00"];
/** Words and arrows are read while there are few ties. */
const WORDED = 80;

interface Props {
  object: BusinessObject;
  record: RecordData;
  onSeek: () => void;
}

/** Records and the ties between them, to be moved about, filtered by kind, and opened up further. */
export default function NetworkGraph({ object, record, onSeek }: Props) {
  const say = useSay(relationWords);
  const nameOf = useNameOf(object);
  const { act } = useAct();
  const [depth, setDepth] = useState(1);
  const [added, setAdded] = useState<Surroundings[]>([]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string | null>(null);
  const [full, setFull] = useState(false);
  const answer = useNetwork(object.name, record.id, depth);

  const whole = useMemo(() => answer.data && added.reduce(merged, answer.data), [answer.data, added]);
  const kinds = useMemo(() => kindsOf(whole?.edges ?? []), [whole]);
  const shown = useMemo(() => whole && without(whole, hidden), [whole, hidden]);
  const colors = useMemo(
    () => new Map(kinds.map((each, at) => [each.kind, COLORS[at % COLORS.length] as string])),
    [kinds],
  );
  const node = shown?.nodes.find(each => each.key === chosen);

  const expand = useCallback(
    (key: string) => {
      const [name = "", id] = key.split(":");
      return act(async () => {
        const more = await readNetwork(name, Number(id), 1);
        setAdded(now => [...now, more]);
        setOpened(now => new Set([...now, key]));
      });
    },
    [act],
  );

  return (
    <div className="graph" data-full={full}>
      <div className="graph-tools">
        <Select
          aria-label={say("depth")}
          value={depth}
          options={[1, 2, 3, 4].map(count => ({ value: count, label: say("depthOf", { count }) }))}
          onChange={setDepth}
        />
        <Checkbox.Group
          aria-label={say("kinds")}
          value={kinds.map(each => each.kind).filter(kind => !hidden.has(kind))}
          options={kinds.map(each => ({
            value: each.kind,
            label: (
              <span className="graph-kind" style={{ borderColor: colors.get(each.kind) }}>
                {each.label} {each.count}
              </span>
            ),
          }))}
          onChange={kept =>
            setHidden(new Set(kinds.map(each => each.kind).filter(kind => !kept.includes(kind))))
          }
        />
        <Button
          className="graph-full"
          icon={full ? <FullscreenExitOutlined aria-hidden /> : <FullscreenOutlined aria-hidden />}
          aria-label={say(full ? "smaller" : "larger")}
          aria-pressed={full}
          onClick={() => setFull(!full)}
        />
      </div>
      {whole?.more && <p className="quiet">{say("more")}</p>}
      <div className="graph-body">
        <section className="graph-canvas" aria-label={say("graphOf", { name: nameOf(record) })}>
          {shown && <Canvas network={shown} colors={colors} onChoose={setChosen} />}
        </section>
        {node && shown && (
          <NodeCard
            node={node}
            network={shown}
            expanded={opened.has(node.key) || node.key === shown.nodes[0]?.key}
            onExpand={() => void expand(node.key)}
            onSeek={onSeek}
            onClose={() => setChosen(null)}
          />
        )}
      </div>
    </div>
  );
}

interface CanvasProps {
  network: Surroundings;
  colors: Map<string, string>;
  onChoose: (key: string | null) => void;
}

/** What was moved by hand stays where it was put when more comes in. */
function Canvas({ network, colors, onChoose }: CanvasProps) {
  const [moved, setMoved] = useState(new Map<string, { x: number; y: number }>());
  const [nodes, setNodes] = useState<GraphNode[]>([]);
  const places = useMemo(() => ringLayout(network.nodes, network.edges), [network]);
  const edges = useMemo(
    () => network.edges.map(edge => drawn(edge, network.edges.length <= WORDED, colors)),
    [network, colors],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: a move by hand lays nothing out anew
  useEffect(() => {
    setNodes(
      network.nodes.map(
        (record, at): GraphNode => ({
          id: record.key,
          type: "record",
          position: moved.get(record.key) ?? places.get(record.key) ?? { x: 0, y: 0 },
          data: { record, centre: at === 0 },
        }),
      ),
    );
  }, [network, places]);

  const change = useCallback((changes: NodeChange<GraphNode>[]) => {
    setNodes(now => applyNodeChanges(changes, now));
  }, []);

  if (nodes.length === 0) return null;
  return (
    <ReactFlow<GraphNode, GraphEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onNodesChange={change}
      onNodeDragStop={(_, node) => setMoved(now => new Map(now).set(node.id, node.position))}
      onSelectionChange={({ nodes: selected }) => onChoose(selected[0]?.id ?? null)}
      fitView
      fitViewOptions={{ maxZoom: 1 }}
      minZoom={0.05}
      nodesConnectable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      onlyRenderVisibleElements
      proOptions={{ hideAttribution: true }}
    >
      <Background gap={24} />
      <Controls showInteractive={false} />
    </ReactFlow>
  );
}

/** Where only the opposite has a word it is drawn the other way round: the head of an arrow is what its word says. */
function drawn(edge: RelationEdge, worded: boolean, colors: Map<string, string>): GraphEdge {
  const color = colors.get(edge.kind) ?? "#8993a7";
  const turned = edge.name === null;
  return {
    id: edge.key,
    source: turned ? edge.to : edge.from,
    target: turned ? edge.from : edge.to,
    type: "tie",
    data: { word: worded ? (edge.name ?? edge.inverse ?? edge.label) : null },
    style: { stroke: color, strokeDasharray: edge.until ? "5 4" : undefined },
    markerEnd: !worded || edge.name === edge.inverse ? undefined : { type: MarkerType.ArrowClosed, color },
    selectable: false,
  };
}
