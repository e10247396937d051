import {
  AuditOutlined,
  BranchesOutlined,
  CheckCircleOutlined,
  HolderOutlined,
  PartitionOutlined,
  PlusOutlined,
  SendOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type ReactNode, useState } from "react";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterWords } from "~/kernel/list/filter/FilterWords";
import {
  type BranchNode,
  changed,
  inserted,
  listAt,
  moved,
  type NodeDraft,
  type NodeKind,
  newNode,
  newWay,
  type Place,
  TOP,
} from "./flow";
import { designerWords } from "./messages";
import { useWhoWords } from "./useWhoWords";

interface Props {
  object: BusinessObject;
  nodes: NodeDraft[];
  faults: Map<string, string>;
  onChange: (nodes: NodeDraft[]) => void;
  onOpen: (open: { node: string; way: number | null }) => void;
}

const ICONS: Record<NodeKind, ReactNode> = {
  ask: <AuditOutlined />,
  copy: <SendOutlined />,
  choice: <BranchesOutlined />,
  together: <PartitionOutlined />,
};

/** The flow from the top down; nodes are added between others, dragged, and opened to be set. */
export function Canvas(props: Props) {
  const say = useSay(designerWords);
  const [dragged, setDragged] = useState<string | null>(null);
  return (
    <div className="flow-canvas" data-dragging={dragged !== null}>
      <div className="flow-node flow-end">
        <UserOutlined aria-hidden />
        <span>
          <b>{say("start")}</b>
          <span className="quiet">{say("startText")}</span>
        </span>
      </div>
      <List {...props} place={TOP} dragged={dragged} onDrag={setDragged} />
      <div className="flow-node flow-end">
        <CheckCircleOutlined aria-hidden />
        <span>
          <b>{say("end")}</b>
          <span className="quiet">{say("endText")}</span>
        </span>
      </div>
    </div>
  );
}

interface ListProps extends Props {
  place: Place;
  dragged: string | null;
  onDrag: (node: string | null) => void;
}

function List(props: ListProps) {
  const { nodes, place } = props;
  const list = listAt(nodes, place);
  return (
    <>
      <Slot {...props} at={0} />
      {list.map((node, at) => (
        <div key={node.id} className="flow-step">
          <Card {...props} node={node} />
          {"ways" in node && <Ways {...props} node={node} />}
          <Slot {...props} at={at + 1} />
        </div>
      ))}
    </>
  );
}

/** Between two nodes: adds one, and takes one that is dragged here. */
function Slot({ object, nodes, place, at, dragged, onChange, onOpen, onDrag }: ListProps & { at: number }) {
  const say = useSay(designerWords);
  const [over, setOver] = useState(false);
  const add = (kind: NodeKind) => {
    const words = { ask: "newAsk", copy: "newCopy", choice: "newChoice", together: "newTogether" } as const;
    const shows = object.fields
      .filter(field => field.name === object.titleField || object.headline.includes(field.name))
      .map(field => field.name);
    const node = newNode(kind, nodes, say(words[kind]), shows);
    onChange(inserted(nodes, place, at, node));
    if (!("ways" in node)) onOpen({ node: node.id, way: null });
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
          items: (["ask", "copy", "choice", "together"] as const).map(kind => ({
            key: kind,
            icon: ICONS[kind],
            label: say(kind),
          })),
          onClick: ({ key }) => add(key as NodeKind),
        }}
      >
        <Button shape="circle" size="small" icon={<PlusOutlined aria-hidden />} aria-label={say("addAt")} />
      </Dropdown>
    </div>
  );
}

function Card({ object, node, faults, onOpen, onDrag }: ListProps & { node: NodeDraft }) {
  const say = useSay(designerWords);
  const whoWords = useWhoWords(object);
  const fault = faults.get(node.id);
  const name = node.name || say(node.kind);
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
          {ICONS[node.kind]}
        </span>
        <span>
          <b>{name}</b>
          <span className="quiet">{"who" in node ? whoWords(node.who) : say(node.kind)}</span>
          {fault && <span className="form-row-error">{fault}</span>}
        </span>
      </button>
    </div>
  );
}

function Ways(props: ListProps & { node: BranchNode }) {
  const { object, nodes, node, onChange, onOpen } = props;
  const say = useSay(designerWords);
  const last = node.ways.length - 1;
  const ways = (change: (ways: BranchNode["ways"]) => BranchNode["ways"]) =>
    onChange(changed(nodes, node.id, each => ("ways" in each ? { ...each, ways: change(each.ways) } : each)));
  return (
    <div className="flow-ways">
      {node.ways.map((way, at) => {
        const otherwise = node.kind === "choice" && at === last;
        const name = way.name || say("way", { place: at + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: ways have no other name
          <div key={at} className="flow-way">
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
                  say(node.kind === "choice" ? "noCondition" : "always")
                )}
              </span>
              {node.kind === "choice" && (
                <span className="quiet number">{say("priority", { place: at + 1 })}</span>
              )}
            </button>
            <List {...props} place={{ node: node.id, way: at }} />
            {way.nodes.length === 0 && <p className="quiet flow-straight">{say("emptyWay")}</p>}
          </div>
        );
      })}
      <Button
        className="flow-more"
        size="small"
        icon={<PlusOutlined aria-hidden />}
        onClick={() =>
          ways(all =>
            node.kind === "choice" ? [...all.slice(0, -1), newWay(), ...all.slice(-1)] : [...all, newWay()],
          )
        }
      >
        {say("addWay")}
      </Button>
    </div>
  );
}
