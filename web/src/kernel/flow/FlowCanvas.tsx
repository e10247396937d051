import { HolderOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import type { NodeKinds } from "./kinds";
import { flowWords } from "./messages";
import {
  changed,
  inserted,
  listAt,
  moved,
  newWay,
  type Place,
  TOP,
  type TreeNode,
  type TreeWay,
} from "./tree";
import "./flow.css";

interface Props<N extends TreeNode<N>> {
  object: BusinessObject;
  kinds: NodeKinds<N>;
  nodes: N[];
  faults: Map<string, string>;
  /** What stands above the first node and below the last. */
  start: ReactNode;
  end: ReactNode;
  onChange: (nodes: N[]) => void;
  onOpen: (open: { node: string; way: number | null }) => void;
}

/** A flow from the top down; nodes are added between others, dragged, and opened to be set. */
export function FlowCanvas<N extends TreeNode<N>>(props: Props<N>) {
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <div className="flow-canvas" data-dragging={dragged !== null}>
      {props.start}
      <List {...props} place={TOP} dragged={dragged} onDrag={setDragged} />
      {props.end}
    </div>
  );
}

/** Where a flow begins or ends. */
export function FlowEnd({ icon, title, text }: { icon: ReactNode; title: ReactNode; text: ReactNode }) {
  return (
    <div className="flow-node flow-end">
      {icon}
      <span>
        <b>{title}</b>
        <span className="quiet">{text}</span>
      </span>
    </div>
  );
}

interface ListProps<N extends TreeNode<N>> extends Props<N> {
  place: Place;
  dragged: string | null;
  onDrag: (node: string | null) => void;
}

function List<N extends TreeNode<N>>(props: ListProps<N>) {
  const { nodes, place } = props;
  const list = listAt(nodes, place);
  return (
    <>
      <Slot {...props} at={0} />
      {list.map((node, at) => (
        <div key={node.id} className="flow-step">
          <Card {...props} node={node} />
          {node.ways && <Ways {...props} node={node} ways={node.ways} />}
          <Slot {...props} at={at + 1} />
        </div>
      ))}
    </>
  );
}

/** Between two nodes: adds one, and takes one that is dragged here. */
function Slot<N extends TreeNode<N>>(props: ListProps<N> & { at: number }) {
  const { kinds, nodes, place, at, dragged, onChange, onOpen, onDrag } = props;
  const say = useSay(flowWords);
  const [over, setOver] = useState(false);
  const add = (kind: string) => {
    const node = kinds.create(kind, nodes);
    onChange(inserted(nodes, place, at, node));
    if (kinds.dividing(node) === "outcome" || !node.ways) onOpen({ node: node.id, way: null });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a place to drop at; the buttons in the drawer do the same
    <div
      className="flow-slot"
      data-over={over}
      onDragOver={event => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        if (dragged !== null) onChange(moved(nodes, dragged, place, at));
        onDrag(null);
      }}
    >
      <Dropdown
        trigger={["click"]}
        menu={{
          items: kinds.offered.map(kind => ({
            key: kind,
            icon: kinds.icon(kind),
            label: kinds.label(kind),
          })),
          onClick: ({ key }) => add(key),
        }}
      >
        <Button shape="circle" size="small" icon={<PlusOutlined aria-hidden />} aria-label={say("addAt")} />
      </Dropdown>
    </div>
  );
}

function Card<N extends TreeNode<N>>(props: ListProps<N> & { node: N }) {
  const { kinds, node, faults, onOpen, onDrag } = props;
  const say = useSay(flowWords);
  const fault = faults.get(node.id);
  const name = node.name || kinds.label(node.kind);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragged by a mouse; the buttons in the drawer do the same
    <div
      className="flow-node"
      data-kind={node.kind}
      data-wrong={fault !== undefined}
      draggable
      onDragStart={event => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", node.id);
        onDrag(node.id);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <HolderOutlined className="flow-grip" title={say("drag", { name })} />
      <button
        type="button"
        aria-label={say("edit", { name })}
        onClick={() => onOpen({ node: node.id, way: null })}
      >
        <span className="flow-kind" aria-hidden>
          {kinds.icon(node.kind)}
        </span>
        <span>
          <b>{name}</b>
          <span className="quiet">{kinds.describe(node)}</span>
          {kinds.aside?.(node)}
          {fault && <span className="form-row-error">{fault}</span>}
        </span>
      </button>
    </div>
  );
}

function Ways<N extends TreeNode<N>>(props: ListProps<N> & { node: N; ways: TreeWay<N>[] }) {
  const { object, kinds, nodes, node, ways, onChange, onOpen } = props;
  const say = useSay(flowWords);
  const last = ways.length - 1;
  const dividing = kinds.dividing(node);
  const change = (next: (ways: TreeWay<N>[]) => TreeWay<N>[]) =>
    onChange(changed(nodes, node.id, each => (each.ways ? { ...each, ways: next(each.ways) } : each)));
  return (
    <div className="flow-ways">
      {ways.map((way, at) => {
        const otherwise = dividing === "first" && at === last;
        const name = way.name || kinds.outcome?.(node, at) || say("way", { place: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: ways have no other name
          <div key={at} className="flow-way">
            {dividing === "outcome" ? (
              <div className="flow-way-head">
                <b>{name}</b>
              </div>
            ) : (
              <button
                type="button"
                className="flow-way-head"
                aria-label={say("edit", { name })}
                onClick={() => onOpen({ node: node.id, way: at })}
              >
                <b>{otherwise && !way.name ? say("otherwise") : name}</b>
                <span className="quiet">
                  {otherwise ? (
                    say("otherwise")
                  ) : way.condition ? (
                    <FilterWords object={object} filter={way.condition} />
                  ) : (
                    say(dividing === "first" ? "noCondition" : "always")
                  )}
                </span>
                {dividing === "first" && (
                  <span className="quiet number">{say("priority", { place: at + 1 })}</span>
                )}
              </button>
            )}
            <List {...props} place={{ node: node.id, way: at }} />
            {way.nodes.length === 0 && <p className="quiet flow-straight">{say("emptyWay")}</p>}
          </div>
        );
      })}
      {dividing !== "outcome" && (
        <Button
          className="flow-more"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            change(all =>
              dividing === "first" ? [...all.slice(0, -1), newWay(), ...all.slice(-1)] : [...all, newWay()],
            )
          }
        >
          {say("addWay")}
        </Button>
      )}
    </div>
  );
}
