import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from "@ant-design/icons";
import { Alert, Button, Drawer, Input } from "antd";
import type { BusinessObject } from "~/kernel/api/contract";
import { useSay } from "~/kernel/i18n/language";
import { FilterBuilder } from "~/kernel/list/filter/FilterBuilder";
import { FormRow } from "~/ui/FormRow";
import { AskForm } from "./AskForm";
import { type BranchNode, listAt, moved, type NodeDraft, placeOf } from "./flow";
import { designerWords } from "./messages";
import { WhoForm } from "./WhoForm";

interface Props {
  object: BusinessObject;
  nodes: NodeDraft[];
  node: NodeDraft;
  /** One way of a node that divides. */
  way: number | null;
  fault?: string;
  onChange: (change: (node: NodeDraft) => NodeDraft) => void;
  onMove: (nodes: NodeDraft[]) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** A node, or one way of it, opened to be set. */
export function NodeDrawer(props: Props) {
  const { object, nodes, node, way, fault, onChange, onMove, onRemove, onClose } = props;
  const say = useSay(designerWords);
  const name = node.name || say(node.kind);
  const found = placeOf(nodes, node.id);
  const among = found ? listAt(nodes, found.place).length : 0;
  return (
    <Drawer
      open
      size={480}
      title={name}
      onClose={onClose}
      extra={
        way === null &&
        found && (
          <span className="flow-drawer-acts">
            <Button
              type="text"
              icon={<ArrowUpOutlined aria-hidden />}
              aria-label={say("moveUp", { name })}
              disabled={found.at === 0}
              onClick={() => onMove(moved(nodes, node.id, found.place, found.at - 1))}
            />
            <Button
              type="text"
              icon={<ArrowDownOutlined aria-hidden />}
              aria-label={say("moveDown", { name })}
              disabled={found.at === among - 1}
              onClick={() => onMove(moved(nodes, node.id, found.place, found.at + 2))}
            />
            <Button
              type="text"
              danger
              icon={<DeleteOutlined aria-hidden />}
              aria-label={say("removeNode", { name })}
              onClick={onRemove}
            />
          </span>
        )
      }
      footer={
        <Button type="primary" block onClick={onClose}>
          {say("close")}
        </Button>
      }
    >
      {fault && <Alert type="error" showIcon title={fault} />}
      {way === null || !("ways" in node) ? (
        <>
          <FormRow id="node-name" label={say("nodeName")}>
            <Input
              id="node-name"
              maxLength={60}
              autoComplete="off"
              value={node.name}
              onChange={event => {
                const next = event.target.value;
                onChange(now => ({ ...now, name: next }));
              }}
            />
          </FormRow>
          {"who" in node && (
            <WhoForm
              object={object}
              who={node.who}
              copy={node.kind === "copy"}
              onChange={who => onChange(now => ("who" in now ? { ...now, who } : now))}
            />
          )}
          {node.kind === "ask" && (
            <AskForm
              object={object}
              nodes={nodes}
              node={node}
              onChange={part => onChange(now => (now.kind === "ask" ? { ...now, ...part } : now))}
            />
          )}
        </>
      ) : (
        <WayForm object={object} node={node} way={way} onChange={onChange} onClose={onClose} />
      )}
    </Drawer>
  );
}

interface WayProps {
  object: BusinessObject;
  node: BranchNode;
  way: number;
  onChange: Props["onChange"];
  onClose: () => void;
}

function WayForm({ object, node, way: at, onChange, onClose }: WayProps) {
  const say = useSay(designerWords);
  const way = node.ways[at];
  if (!way) return null;
  const last = at === node.ways.length - 1;
  const otherwise = node.kind === "choice" && last;
  const name = way.name || say("way", { place: at + 1 });
  const ways = (change: (ways: BranchNode["ways"]) => BranchNode["ways"]) =>
    onChange(now => ("ways" in now ? { ...now, ways: change(now.ways) } : now));
  const set = (part: Partial<typeof way>) =>
    ways(all => all.map((each, place) => (place === at ? { ...each, ...part } : each)));
  return (
    <>
      <FormRow id="way-name" label={say("wayName")}>
        <Input
          id="way-name"
          maxLength={60}
          autoComplete="off"
          placeholder={otherwise ? say("otherwise") : name}
          value={way.name}
          onChange={event => set({ name: event.target.value })}
        />
      </FormRow>
      {!otherwise && (
        <fieldset className="flow-when">
          <legend>{say("condition")}</legend>
          {node.kind === "choice" && <p className="quiet">{say("conditionText")}</p>}
          <FilterBuilder
            key={at}
            object={object}
            filter={way.condition}
            onChange={condition => set({ condition })}
          />
        </fieldset>
      )}
      {otherwise && <p className="quiet">{say("conditionText")}</p>}
      <div className="flow-drawer-acts">
        {at > 0 && !otherwise && (
          <Button
            icon={<ArrowUpOutlined aria-hidden />}
            onClick={() => {
              onClose();
              ways(all => {
                const next = [...all];
                [next[at - 1], next[at]] = [next[at], next[at - 1]] as [typeof way, typeof way];
                return next;
              });
            }}
          >
            {say("wayUp", { name })}
          </Button>
        )}
        {node.ways.length > 2 && !otherwise && (
          <Button
            danger
            icon={<DeleteOutlined aria-hidden />}
            onClick={() => {
              onClose();
              ways(all => all.filter((_, place) => place !== at));
            }}
          >
            {say("removeWay", { name })}
          </Button>
        )}
      </div>
    </>
  );
}
